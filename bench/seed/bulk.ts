import postgres, { type Sql } from 'postgres';
import { fillDelivery } from './delivery';
import { fillEvidence, makeHash } from './evidence';
import { dropIndexes, makeIndexes } from './indexes';
import { fillAccounts, fillEntries } from './money';
import { fillNames, fillOrders } from './orders';
import { fillPeople } from './people';
import { makePlan, type Size } from './plan';

/** Orders from … to …, both included. */
export interface Range {
  from: number;
  to: number;
}

const FILLED = [
  'account',
  'deadline',
  'evidence',
  'instance',
  'ledger_account',
  'ledger_entry',
  'ledger_posting',
  'member',
  'merchant',
  'merchant_card',
  'order',
  'order_line',
  'order_name',
  'order_name_tail',
  'product',
  'sku',
  'spec',
  'supervision',
  'top_up',
] as const;

/** Orders that one statement writes. */
const PIECE = 50_000;

export interface BulkOptions extends Size {
  /** Statements at once. */
  lanes?: number;
  /** Hears of each finished step and its seconds. */
  tell?: (step: string, seconds: number) => void;
}

/** The database holds something; a bulk load writes beside every check and must not meet what people entered. */
export class NotEmpty extends Error {}

async function requireEmpty(sql: Sql) {
  for (const table of FILLED) {
    const [row] = await sql`select from ${sql(table)} limit 1`;
    if (row)
      throw new NotEmpty(`The table "${table}" holds rows; only an empty database is filled.`);
  }
}

/**
 * Fills an empty, migrated database with orders, who placed them, what was sold, its delivery, the money it moved and
 * the log of it, as if people had done it over two years. Set by set instead of event by event: triggers and foreign
 * keys are off while it writes, and what they would have kept is written or checked afterwards.
 * @param url a direct connection as a superuser
 * @throws NotEmpty when anything is there
 */
export async function seedBulk(url: string, options: BulkOptions): Promise<void> {
  const { orders, lanes = 2, tell = () => {} } = options;
  const sql = postgres(url, {
    max: lanes,
    max_lifetime: null,
    onnotice: () => {},
    connection: {
      application_name: 'guildhall-bulk',
      session_replication_role: 'replica',
      synchronous_commit: 'off',
      work_mem: '256MB',
    },
  });
  const step = async (name: string, run: () => Promise<unknown>) => {
    const since = performance.now();
    await run();
    tell(name, (performance.now() - since) / 1000);
  };
  /** Runs a filler piece by piece, several pieces at once. */
  const pieces = async (fill: (sql: Sql, range: Range) => Promise<void>) => {
    const left: Range[] = [];
    for (let from = 1; from <= orders; from += PIECE)
      left.push({ from, to: Math.min(orders, from + PIECE - 1) });
    const lane = async () => {
      for (let next = left.shift(); next; next = left.shift()) await fill(sql, next);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  try {
    await requireEmpty(sql);
    await step('plan', () => makePlan(sql, options));
    const indexes = await dropIndexes(sql, FILLED);
    await step('people and products', () => fillPeople(sql));
    await sql`analyze account, product, merchant_card`;
    await step('orders', () => pieces(fillOrders));
    await step('names', () => fillNames(sql));
    await step('deliveries', () => pieces(fillDelivery));
    await step('ledger', () => pieces(fillEntries));
    await step('balances', () => fillAccounts(sql));
    await makeHash(sql);
    await step('evidence', () => pieces(fillEvidence));
    await step('indexes', () => makeIndexes(sql, indexes, lanes));
    await sql`select setval('order_serial', ${orders})`;
    await sql`drop schema bulk cascade`;
    await step('statistics', () => sql`vacuum analyze`);
    await step('foreign keys', () => checkForeignKeys(sql));
  } finally {
    await sql.end();
  }
}

/** Looks for rows that point to nothing, for every foreign key of the filled tables. */
async function checkForeignKeys(sql: Sql) {
  const keys = await sql<
    { name: string; child: string; parent: string; one: string; other: string }[]
  >`
    select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
      quote_ident(a.attname) as one, quote_ident(b.attname) as other
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and k.conrelid = any(${[...FILLED].map((name) => `public."${name}"`)}::regclass[])`;
  for (const { name, child, parent, one, other } of keys) {
    const [wrong] = await sql.unsafe(
      `select c.${one} as value from ${child} c where c.${one} is not null and not exists (select from ${parent} p where p.${other} = c.${one}) limit 1`,
    );
    if (wrong) throw new Error(`${name}: ${wrong.value} is not there`);
  }
}
