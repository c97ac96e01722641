import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Actor, OperatorRole } from '@/lib/auth/actor';
import { OPERATOR_ROLES } from '@/lib/auth/actor';
import { can, grantablePermissions, holdersOf, type Permission } from '@/lib/auth/permissions';
import { targetsOf } from '@/lib/engine/define';
import { fireIn } from '@/lib/engine/fire';
import { keyColumns } from '@/lib/engine/settle';
import { withActor } from '@/lib/engine/with-actor';
import { loadAllMessages } from '@/lib/i18n/messages';
import { newId } from '@/lib/ids';
import { NOTICES } from '@/lib/notify/notices/all';
import { WORKFLOWS } from './all';

const events = WORKFLOWS.flatMap(({ machine }) =>
  Object.entries(machine.events).map(([event, spec]) => ({ machine, event, spec })),
);

const lookUp = (messages: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | undefined)?.[part],
      messages,
    );

/** One actor of every kind; a person holding everything a kind can hold. */
const kinds: Record<string, Actor> = {
  visitor: { kind: 'visitor' },
  buyer: { kind: 'buyer', accountId: 'ac_walker' },
  owner: {
    kind: 'member',
    accountId: 'ac_walker',
    merchantId: 'mc_walker',
    memberId: 'mb_walker',
    owner: true,
    permissions: [],
    products: null,
  },
  member: {
    kind: 'member',
    accountId: 'ac_walker',
    merchantId: 'mc_walker',
    memberId: 'mb_walker',
    owner: false,
    permissions: grantablePermissions(),
    products: null,
  },
  ...Object.fromEntries(
    OPERATOR_ROLES.map((role: OperatorRole) => [
      role,
      { kind: 'operator', accountId: 'ac_walker', roles: [role] } as Actor,
    ]),
  ),
  system: { kind: 'system', cause: 'walk' },
};

describe.each(WORKFLOWS.map((workflow) => [workflow.machine.noun, workflow] as const))(
  '%s',
  (noun, { machine, binding }) => {
    const specs = Object.entries(machine.events);

    it('reaches every state, and every state that is not an end can be left', () => {
      const reached = new Set(
        specs.filter(([, spec]) => spec.from === 'none').flatMap(([, spec]) => targetsOf(spec)),
      );
      for (let size = -1; size !== reached.size; ) {
        size = reached.size;
        for (const [, spec] of specs) {
          if (spec.from !== 'none' && spec.from.some((state) => reached.has(state)))
            for (const to of targetsOf(spec)) reached.add(to);
        }
      }
      expect([...reached].sort()).toEqual([...machine.states].sort());
      for (const state of machine.states) {
        const leaves = specs.some(
          ([, spec]) =>
            spec.from !== 'none' &&
            spec.from.includes(state) &&
            targetsOf(spec).some((to) => to !== state),
        );
        expect(leaves, `${state} can be left`).toBe(!machine.end.includes(state));
      }
    });

    it('has the states of its table', () => {
      const column = (getTableColumns(binding.table) as Record<string, { enumValues?: string[] }>)
        .state;
      expect([...(column?.enumValues ?? [])].sort()).toEqual([...machine.states].sort());
      expect(keyColumns(binding.table).id).toBeDefined();
    });

    it('names deadlines and review by events that can be fired from there, by a holder who can', () => {
      for (const [state, list] of Object.entries(machine.deadlines ?? {})) {
        for (const { fire } of list ?? []) {
          const spec = machine.events[fire];
          expect(spec?.from !== 'none' && spec?.from.includes(state), `${fire} from ${state}`).toBe(
            true,
          );
          expect(
            spec?.by.some((permission) => holdersOf(permission).includes('system')),
            `${fire} by system`,
          ).toBe(true);
        }
      }
      const { review } = machine;
      for (const event of review ? [review.approve, review.reject] : []) {
        const spec = machine.events[event];
        expect(spec?.from !== 'none' && spec?.from.includes(review?.state ?? '')).toBe(true);
      }
    });

    it('says in both languages what every state, event and turn is called', () => {
      const keys = [
        ...machine.states.map((state) => `${noun}.state.${state}`),
        ...Object.keys(machine.events).map((event) => `${noun}.event.${event}`),
        ...machine.states
          .filter((state) => machine.turn[state])
          .map((state) => `${noun}.next.${state}`),
        ...specs.flatMap(([event, spec]) =>
          spec.notify.flatMap((audience) => [
            `${noun}.notice.${event}.${audience}.subject`,
            `${noun}.notice.${event}.${audience}.body`,
          ]),
        ),
      ];
      const missing = Object.entries(loadAllMessages()).flatMap(([locale, messages]) =>
        keys
          .filter((key) => typeof lookUp(messages, key) !== 'string')
          .map((key) => `${locale} lacks ${key}`),
      );
      expect(missing).toEqual([]);
    });

    it('has somebody to tell for every notice', () => {
      const missing = specs.flatMap(([event, spec]) =>
        spec.notify
          .filter(
            (audience) =>
              !(
                NOTICES[noun]?.[`${event}.${audience}`] ??
                NOTICES[noun]?.[audience] ??
                NOTICES[noun]?.['*']
              ),
          )
          .map((audience) => `${event}.${audience}`),
      );
      expect(missing).toEqual([]);
    });
  },
);

describe('every event', () => {
  it.each(
    events
      .filter(({ spec }) => spec.from !== 'none')
      .map(
        ({ machine, event, spec }) =>
          [`${machine.noun}.${event}`, machine.noun, event, spec] as const,
      ),
  )('%s looks like nothing to a stranger of any kind', async (_, noun, event) => {
    const workflow = WORKFLOWS.find(({ machine }) => machine.noun === noun);
    if (!workflow) throw new Error(noun);
    for (const actor of Object.values(kinds)) {
      const attempt = withActor(actor, (context) =>
        fireIn(context, actor, workflow, event, newId('order'), {}),
      );
      await expect(attempt).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  it('names permissions that somebody holds', () => {
    for (const { machine, event, spec } of events) {
      expect(spec.by.length, `${machine.noun}.${event}`).toBeGreaterThan(0);
      for (const permission of spec.by)
        expect(holdersOf(permission).length, permission).toBeGreaterThan(0);
    }
  });

  it('is open to exactly the kinds of actor its permissions list', () => {
    for (const { spec } of events) {
      for (const [kind, actor] of Object.entries(kinds)) {
        const allowed = spec.by.some((permission: Permission) => can(actor, permission));
        const listed = spec.by.some((permission) => {
          const holders: readonly string[] = holdersOf(permission);
          if (kind === 'owner') return holders.includes('owner') || holders.includes('member');
          if (kind === 'buyer') return holders.includes('buyer') || holders.includes('visitor');
          return holders.includes(kind);
        });
        expect(allowed).toBe(listed);
      }
    }
  });
});
