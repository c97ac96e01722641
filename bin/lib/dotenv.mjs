import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * Settings from `.env` in the current folder; what the environment already gives wins. Imported first, for its effect:
 * commands run in production mode unless told otherwise, and libraries look at that while they load.
 */
try {
  for (const [name, value] of Object.entries(parseEnv(readFileSync('.env', 'utf8'))))
    process.env[name] ??= value;
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
process.env.NODE_ENV ||= 'production';
