import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { getDatabase } from '@/db/client';
import { stateCheck, workflowColumns } from '@/db/columns';
import type { Permission } from '@/lib/auth/permissions';
import { bindWorkflow } from '@/lib/engine/bind';
import { defineMachine } from '@/lib/engine/define';

export const TRIAL_STATES = ['draft', 'waiting', 'done'] as const;

/** A table that exists in the engine's own tests only. */
export const trials = pgTable(
  'engine_trial',
  {
    ...workflowColumns(TRIAL_STATES),
    buyerId: text('buyer_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    words: text('words').notNull(),
  },
  (t) => [stateCheck('engine_trial', t.state, TRIAL_STATES)],
);
export type Trial = typeof trials.$inferSelect;

/** Holders that the tests mock into the list of permissions. */
export const TRIAL_PERMISSIONS = {
  'trial.own': ['buyer'],
  'trial.decide': ['reviewer'],
  'trial.tick': ['system'],
} as const;
const own = 'trial.own' as Permission;
const decide = 'trial.decide' as Permission;
const tick = 'trial.tick' as Permission;

const trial = defineMachine<Trial, { taken: boolean }>()({
  noun: 'topUp',
  states: TRIAL_STATES,
  end: ['done'],
  events: {
    open: {
      from: 'none',
      to: 'draft',
      by: [own],
      input: z.object({ merchantId: z.string(), buyerId: z.string().optional() }),
      notify: [],
    },
    send: {
      from: ['draft'],
      to: 'waiting',
      by: [own],
      input: z.object({ words: z.string().min(1).max(5) }),
      guards: [({ input }) => (input.words === 'bad' ? 'badWords' : undefined)],
      notify: [],
    },
    finish: { from: ['waiting'], to: 'done', by: [decide], notify: ['buyer'] },
    back: { from: ['waiting'], to: 'draft', by: [decide], notify: ['buyer'] },
    nudge: { from: ['waiting'], to: 'waiting', by: [tick], notify: [] },
  },
  turn: { draft: 'buyer', waiting: 'operations', done: null },
  deadlines: { waiting: [{ setting: 'review.claimMinutes', fire: 'nudge', repeat: true }] },
  review: { state: 'waiting', approve: 'finish', reject: 'back', permission: decide },
});

export const trialWorkflow = bindWorkflow(trial, {
  table: trials,
  stream: (row) => `trial:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => row.words,
  effects: {
    open: async ({ actor, input }) => ({
      merchantId: input.merchantId,
      buyerId: input.buyerId ?? ('accountId' in actor ? actor.accountId : ''),
      words: '',
    }),
    send: async ({ input }) => ({ words: input.words }),
  },
});

/** Creates the trial's table with its second fence. */
export async function createTrialTable(): Promise<void> {
  const database = getDatabase();
  await database.execute(sql`
    create table engine_trial (id text primary key, state text not null check (state in ('draft', 'waiting', 'done')),
      state_since timestamptz not null, due_at timestamptz, version int not null default 1,
      created_at timestamptz not null, updated_at timestamptz not null,
      buyer_id text not null, merchant_id text not null, words text not null)`);
  await database.execute(sql`alter table engine_trial enable row level security`);
  await database.execute(sql`
    create policy tenant on engine_trial for all to guildhall_app
      using ((select current_setting('app.scope', true)) in ('operations', 'system')
        or buyer_id = (select current_setting('app.account_id', true))
        or merchant_id = (select current_setting('app.merchant_id', true)))`);
  await database.execute(
    sql`grant select, insert, update, delete on engine_trial to guildhall_app`,
  );
}
