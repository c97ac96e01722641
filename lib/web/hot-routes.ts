import type { HotRoute } from './front';

/** The paths that are answered in front of the pages' router. */
export const hotRoutes: HotRoute[] = [];
