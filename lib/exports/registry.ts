import type { ExportList } from './define';

/** Every list that can be exported, by the name in its address: `/api/ui/exports/<name>?format=csv`. */
export const EXPORTS: Record<string, ExportList> = {};
