import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from './queries';
import type { FileSummary } from './summary';

/** Summaries of files by id, as far as this reader may see them. */
export const listFiles = (
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, FileSummary>> => withActor(actor, ({ tx }) => getFiles(tx, ids));
