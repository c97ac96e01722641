import { HOSTILE_ARCHIVES } from './archives';
import type { HostileFile } from './builders';
import { HOSTILE_DOCUMENTS } from './documents';
import { HOSTILE_NAMES } from './names-and-types';
import { HOSTILE_OFD } from './ofd';
import { HOSTILE_PICTURES } from './pictures';

/** Every hostile file the project knows. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...HOSTILE_NAMES,
  ...HOSTILE_PICTURES,
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_DOCUMENTS,
  ...HOSTILE_OFD,
];
