import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map(
  (name) => `app/${name}`,
);
const named = (pattern: RegExp) =>
  files
    .filter((name) => pattern.test(name))
    .map((name) => [name, readFileSync(name, 'utf8')] as const);

/** How a page, or the one it hands over to, says whom it is for. */
const AUDIENCE = /\b(requireBuyer|requireMerchant|requireOperator|visitor)\(/;

/** Routes that are open for a reason of their own. */
const OPEN_ROUTES: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts': 'the handshake of signing in',
  'app/api/health/route.ts': 'liveness, says nothing about anybody',
  'app/api/metrics/route.ts': 'behind its own token',
  'app/api/callbacks/payments/route.ts': 'behind the provider’s signature',
};

/** Actions of other shapes, each with its reason. */
const OPEN_ACTIONS: Record<string, string> = {
  'app/(auth)/actions.ts: async function signOutAction(): Promise<void> {':
    'a plain form, works without script',
  'app/preferences/actions.ts: async function setLanguage(form: FormData): Promise<void> {':
    'a cookie of the reader’s own',
  'app/preferences/actions.ts: async function setTheme(form: FormData): Promise<void> {':
    'as above',
};

describe('every page', () => {
  it('names its audience itself: a layout does not run again on every navigation', () => {
    const silent = named(/\/page\.tsx$/).filter(([, text]) => !AUDIENCE.test(text));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

describe('every file of server actions', () => {
  const actionFiles = files
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(name, 'utf8')] as const)
    .filter(([, text]) => /^['"]use server['"]/m.test(text));

  it('exports nothing but actions that find their actor', () => {
    const odd = actionFiles.flatMap(([name, text]) =>
      [
        ...text.matchAll(
          /^export (?!const \w+ = (?:buyer|merchant|operator|public)Action\b)(.*)$/gm,
        ),
      ].map((found) => `${name}: ${found[1]}`),
    );
    expect(odd.filter((line) => !(line in OPEN_ACTIONS))).toEqual([]);
    expect(actionFiles.length).toBeGreaterThan(3);
  });

  it('serves one portal: operators’ verbs are under app/ops, merchants’ under app/merchant', () => {
    const odd = actionFiles.flatMap(([name, text]) => {
      const wrong = name.startsWith('app/ops/')
        ? /\b(buyer|merchant|public)Action\(/
        : name.startsWith('app/merchant/')
          ? /\b(operator|public)Action\(/
          : /\b(operator|merchant)Action\(/;
      return wrong.test(text) ? [name] : [];
    });
    expect(odd).toEqual([]);
  });
});

describe('every route', () => {
  it('finds its actor, or is open for a reason', () => {
    const silent = named(/\/route\.ts$/).filter(
      ([name, text]) =>
        !(name in OPEN_ROUTES) &&
        !/\b(actorFor|currentIdentity|visitor|requireBuyer|requireMerchant|requireOperator)\(/.test(
          text,
        ),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('that is listed as open exists', () => {
    expect(Object.keys(OPEN_ROUTES).filter((name) => !files.includes(name))).toEqual([]);
  });
});
