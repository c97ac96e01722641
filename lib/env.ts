import { z } from 'zod';

/**
 * Every setting that the environment may give, in one place. Each entry names its setting, its form and its default;
 * `.env.example` lists the same set (a test holds the two together).
 *
 * Reading is lazy: nothing is parsed until `env()` is called, so a build needs no environment.
 */
const text = z.string().trim().min(1);
const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off')
  .transform((v) => /^(on|true|1)$/.test(v));
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
const address = (...protocols: string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), {
    message: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });
const postgresAddress = address('postgres:', 'postgresql:');
const webAddress = address('http:', 'https:');

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),

  DATABASE_URL: postgresAddress,
  DATABASE_DIRECT_URL: postgresAddress.optional(),
  DB_PREPARE: flag.default(true),
  DB_POOL: wholeNumber(1, 500).default(10),
  DATA_DIR: text.default('./.data'),

  PORT: wholeNumber(1, 65535).default(3000),
  HOST: text.default('127.0.0.1'),
  BASE_URL: webAddress.transform((v) => v.replace(/\/+$/, '')).optional(),
  AUTH_SECRET: z.string().min(32, 'must hold at least 32 characters'),
  TRUST_PROXY: flag.default(false),
  DEMO: flag.default(false),

  SMTP_URL: address('smtp:', 'smtps:').optional(),
  MAIL_FROM: text.default('Guildhall <no-reply@localhost>'),
  SMS_URL: webAddress.optional(),
  SMS_TOKEN: text.optional(),

  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: text.default('us-east-1'),
  S3_BUCKET: text.optional(),
  S3_ACCESS_KEY: text.optional(),
  S3_SECRET_KEY: text.optional(),

  CLAMAV_HOST: text.optional(),
  CLAMAV_PORT: wholeNumber(1, 65535).default(3310),

  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default('OpenID Connect'),

  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must hold at least 16 characters').optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 200).default(4),
});

/** Settings that only make sense together: naming one asks for all of its row. */
const together = [
  ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** The names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(settings.shape);

type Parsed = z.output<typeof settings>;

/** Settings as the code reads them, with what follows from others filled in. */
export type Env = Parsed & {
  /** Where people reach the site, without a slash at the end. */
  BASE_URL: string;
  /** A connection that keeps session state: LISTEN, advisory locks, migrations. The same as DATABASE_URL without a pooler. */
  DATABASE_DIRECT_URL: string;
};

/** Wrong settings: `problems` holds one line each, and each line begins with the setting's name. */
export class WrongSettings extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'WrongSettings';
  }
}

/**
 * Parses settings from `source`; an empty value counts as not given.
 * @throws {WrongSettings} naming every wrong setting.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => (source[name]?.trim() ? [[name, source[name]]] : [])),
  );
  const parsed = settings.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name} ${given[name] === undefined ? 'is not set' : issue.message}`;
      });
  for (const group of together) {
    const missing = group.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) continue;
    problems.push(
      ...missing.map((name) => `${name} is not set, but ${group.find((n) => given[n])} is`),
    );
  }
  if (!parsed.success || problems.length > 0) throw new WrongSettings(problems);
  const env = parsed.data;
  return {
    ...env,
    BASE_URL: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    DATABASE_DIRECT_URL: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
  };
}

// What a build reads: it opens no connection and signs nothing, so these two are never used.
const duringBuild = {
  DATABASE_URL: 'postgres://build@127.0.0.1:1/build',
  AUTH_SECRET: 'build'.repeat(8),
};

let read: Env | undefined;

/**
 * The settings of this process, parsed on first use.
 * @throws {WrongSettings} naming every wrong setting.
 */
export function env(): Env {
  if (read) return read;
  const building = process.env.NEXT_PHASE === 'phase-production-build';
  read = parseEnv(building ? { ...duringBuild, ...process.env } : process.env);
  return read;
}
