import { hostname } from 'node:os';
import pino, { type Logger } from 'pino';
import { env } from './env';

let root: Logger | undefined;

/**
 * Structured logs, one JSON object per line on stdout. `log('web')` names the part that speaks; add facts as fields
 * (`log('web').info({ requestId, path }, 'request')`), never secrets or personal data.
 */
export function log(part: string): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { host: hostname(), pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie'],
  });
  return root.child({ part });
}
