import type { Import } from './imports';

/**
 * The layers of the source tree, lowest first: a file may import from its own layer and from those before it, never
 * from a later one. A path belongs to the longest entry that it begins with. docs/architecture.md tells the same.
 */
export const LAYERS: [name: string, paths: string[]][] = [
  [
    'plain',
    [
      'lib/action-result',
      'lib/contact',
      'lib/env',
      'lib/errors',
      'lib/form-data',
      'lib/i18n',
      'lib/ids',
      'lib/files/kinds',
      'lib/files/purposes',
      'lib/files/rule',
      'lib/log',
      'lib/outbound',
      'lib/search',
      'lib/unique-violation',
      'lib/workflows/product/pricing',
      'lib/workflows/product/tax',
    ],
  ],
  ['database', ['db']],
  [
    'engine',
    [
      'lib/audit',
      'lib/auth',
      'lib/deadlines',
      'lib/engine',
      'lib/health',
      'lib/list',
      'lib/metrics',
      'lib/money',
      'lib/outbox',
      'lib/records/message-receiver/types',
      'lib/review',
      'lib/settings',
      'lib/time',
      'lib/worker/add-job',
      'lib/worker/jobs',
    ],
  ],
  [
    'outside',
    [
      'lib/exports',
      'lib/files',
      'lib/notify',
      'lib/payments',
      'lib/pdf',
      'lib/scanner',
      'lib/storage',
    ],
  ],
  ['nouns', ['lib/exports/lists', 'lib/exports/registry', 'lib/records', 'lib/workflows']],
  [
    'processes',
    [
      'db/factories',
      'db/seed',
      'lib/action',
      'lib/api',
      'lib/auth/config',
      'lib/backup',
      'lib/counters',
      'lib/evidence-bundle',
      'lib/find',
      'lib/testing/actors',
      'lib/web',
      'lib/worker',
    ],
  ],
  ['pages', ['app', 'components']],
  ['commands', ['bench', 'bin', 'e2e', 'lib/testing']],
];

/** A rule beyond the layers: files that begin with `in` must not import what `refuses` names. */
export type Rule = {
  why: string;
  in: RegExp;
  except?: RegExp;
  refuses: (one: Import, from: string) => boolean;
};

/** Such as ORDER_STATES: values that a choice offers, no tables. `type X` stands for itself. */
const LIST_OF_WORDS = /^(type\s|[A-Z][A-Z0-9_]*$)/;

const ours = /^(app|bin|components|db|e2e|lib)\//;
const NEEDS_NEXT =
  /^(app\/|bin\/web|lib\/(action|auth\/(session|config|viewer|cookie)|i18n\/(request|server))$)/;
const PAGE_PARTS = /^next\/(link|navigation|image)$/;
/** What reads, writes or reaches outside; the rest of `lib` is words, shapes and pure rules. */
const NOT_FOR_COMPONENTS =
  /\/(commands|queries|effects)$|^lib\/(action|audit|auth\/(session|config|cookie)|engine|env|exports|log|money\/ledger|notify|outbox|payments|scanner|settings|storage|web|worker)(\/|$)/;
const PURE = /^lib\/engine\/who-is-next$/;

export const RULES: Rule[] = [
  {
    why: 'the database room knows only settings and ids',
    in: /^db\//,
    except: /^db\/(seed|factories)/,
    refuses: ({ target }) => /^lib\//.test(target) && !/^lib\/(env|ids)$/.test(target),
  },
  {
    why: 'pages and components reach the database through queries and commands; they may read lists of words',
    in: /^(app|components)\//,
    refuses: ({ target, typeOnly, names }) =>
      /^db\//.test(target) &&
      !typeOnly &&
      !(names.length > 0 && names.every((name) => LIST_OF_WORDS.test(name))),
  },
  {
    why: 'the interface kit knows no business',
    in: /^components\/ui\//,
    refuses: ({ target, typeOnly }) =>
      ours.test(target) &&
      !typeOnly &&
      !/^(components\/ui\/|lib\/(action-result$|i18n\/))/.test(target),
  },
  {
    why: 'components get rows and actions as props; what they import from lib is pure',
    in: /^components\//,
    refuses: ({ target, typeOnly }) =>
      !typeOnly && NOT_FOR_COMPONENTS.test(target) && !PURE.test(target),
  },
  {
    why: 'components get actions as props',
    in: /^components\//,
    refuses: ({ target }) => /^app\//.test(target),
  },
  {
    why: 'only what is bound to a request knows the framework',
    in: /^(components|db|lib)\//,
    refuses: ({ target }, from) =>
      /^next(\/|$)/.test(target) &&
      !NEEDS_NEXT.test(from) &&
      !(from.startsWith('components/') && PAGE_PARTS.test(target)),
  },
];
