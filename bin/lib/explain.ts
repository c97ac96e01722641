import { MigrationProblem } from '../../db/migrate';
import { BackupProblem } from '../../lib/backup/format';
import { WrongSettings } from '../../lib/env';
import { sentence } from './say.mjs';

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ECONNRESET: 'it closed the connection',
  CONNECT_TIMEOUT: 'it does not answer in time',
  CONNECTION_CLOSED: 'it closed the connection',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the account',
  '3D000': 'it does not have that database',
  '42501': 'the account lacks a right that Guildhall needs',
  '57P03': 'it is starting up or shutting down',
};

function whereTo(): string {
  const given = process.env.DATABASE_URL ?? '';
  if (!URL.canParse(given)) return given;
  const url = new URL(given);
  url.password = '';
  return url.href;
}

/** Turns what can go wrong between a command and its database into one sentence (one line per wrong setting). */
export function explain(error: unknown): string {
  if (error instanceof WrongSettings) return error.problems.join('\n');
  if (error instanceof MigrationProblem || error instanceof BackupProblem) return error.message;
  const { code, message, errors } = error as {
    code?: string;
    message?: string;
    errors?: { code?: string }[];
  };
  const known = code ?? errors?.[0]?.code ?? '';
  if (known === '53100') return 'The disk of the database server is full.';
  const why = UNREACHABLE[known];
  if (why === undefined) return sentence(error);
  const detail = known === '42501' ? ` (${message})` : '';
  return `The database at DATABASE_URL (${whereTo()}) cannot be used: ${why}${detail}.`;
}
