import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Settings from `.env` in the current folder; what the environment already gives wins. Imported for its effect. */
try {
  for (const [name, value] of Object.entries(parseEnv(readFileSync('.env', 'utf8'))))
    process.env[name] ??= value;
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
