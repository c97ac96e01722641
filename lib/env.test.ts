import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEnv, SETTING_NAMES, WrongSettings } from './env';

const enough = {
  DATABASE_URL: 'postgres://app@127.0.0.1:5432/guildhall',
  AUTH_SECRET: 'x'.repeat(32),
};

const problemsOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
  return [];
};

test('the database and the secret are enough; the rest has defaults', () => {
  const env = parseEnv({ ...enough, PORT: '8080' });
  expect(env.BASE_URL).toBe('http://localhost:8080');
  expect(env.DATABASE_DIRECT_URL).toBe(enough.DATABASE_URL);
  expect(env.DEMO).toBe(false);
  expect(env.DB_PREPARE).toBe(true);
});

test('an empty value counts as not given', () => {
  expect(parseEnv({ ...enough, PORT: '', SMTP_URL: '  ' })).toMatchObject({ PORT: 3000 });
});

test('there is no default for the secret or the database', () => {
  expect(problemsOf({})).toEqual(['DATABASE_URL is not set', 'AUTH_SECRET is not set']);
});

test('each wrong setting is named on a line of its own', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://root@db/x',
    AUTH_SECRET: 'short',
    PORT: '70000',
    DB_PREPARE: 'perhaps',
    SMTP_URL: 'mail.example.com',
    METRICS_TOKEN: 'x',
    LOG_LEVEL: 'loud',
  });
  expect(problems.map((line) => line.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'DB_PREPARE',
    'PORT',
    'AUTH_SECRET',
    'SMTP_URL',
    'LOG_LEVEL',
    'METRICS_TOKEN',
  ]);
  for (const line of problems) expect(line).not.toContain('\n');
});

test('settings that need each other are asked for together', () => {
  expect(problemsOf({ ...enough, S3_BUCKET: 'files', S3_ACCESS_KEY: 'k' })).toEqual([
    'S3_SECRET_KEY is not set, but S3_BUCKET is',
  ]);
});

test('.env.example lists exactly the settings that exist', () => {
  const example = readFileSync('.env.example', 'utf8');
  const listed = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]);
  const outside = ['NODE_ENV'];
  expect(listed.sort()).toEqual(SETTING_NAMES.filter((n) => !outside.includes(n)).sort());
});
