import type { Tx } from '@/db/client';
import { appendEvidence, type Tenant } from '@/lib/audit/append';
import type { Actor } from '@/lib/auth/actor';
import { can, type Permission, type PermissionSubject } from '@/lib/auth/permissions';
import { forbidden } from '@/lib/errors';
import { putOutbox } from '@/lib/outbox/put';
import { type SettingReader, settingReader } from '@/lib/settings/read';
import type { Recording } from './bind';
import { changesOf } from './settle';
import { type Context, withActor } from './with-actor';

export interface ChangeSpec {
  noun: string;
  /** What is being done, a verb: `invite`, `rename`. */
  action: string;
  permission: Permission;
  subject?: PermissionSubject;
}

export interface ChangeContext {
  tx: Tx;
  now: Date;
  actor: Actor;
  setting: SettingReader;
  record: (extra: Recording) => void;
}

export interface Changed<T> {
  subjectId: string;
  stream: string;
  tenant: Tenant;
  before?: object;
  after?: object;
  value: T;
  /** Audiences of notices, as for events. */
  notify?: readonly string[];
  params?: Record<string, unknown>;
}

/**
 * Writes a record that has no states, with its evidence, in one transaction under the actor's own fence: `run` can
 * touch only what the actor's tenant may touch.
 * @throws DomainError forbidden, and what `run` throws
 */
export function change<T>(
  actor: Actor,
  spec: ChangeSpec,
  run: (context: ChangeContext) => Promise<Changed<T>>,
): Promise<T> {
  return withActor(actor, (context) => changeIn(context, actor, spec, run));
}

/** As `change`, inside an open transaction. */
export async function changeIn<T>(
  { tx, now }: Context,
  actor: Actor,
  spec: ChangeSpec,
  run: (context: ChangeContext) => Promise<Changed<T>>,
): Promise<T> {
  if (!can(actor, spec.permission, spec.subject)) throw forbidden();
  const recordings: Recording[] = [];
  const setting = settingReader(tx, now);
  const done = await run({ tx, now, actor, setting, record: (extra) => recordings.push(extra) });
  const evidenceId = await appendEvidence(tx, {
    stream: done.stream,
    at: now,
    actor,
    noun: spec.noun,
    subjectId: done.subjectId,
    event: spec.action,
    data: {
      ...Object.assign({}, ...recordings.map((recording) => recording.data ?? {})),
      changes: changesOf(done.before, done.after ?? {}),
    },
    files: recordings.flatMap((recording) => recording.files ?? []),
    tenant: done.tenant,
  });
  for (const audience of done.notify ?? []) {
    await putOutbox(tx, {
      noun: spec.noun,
      subjectId: done.subjectId,
      event: spec.action,
      audience,
      evidenceId,
      params: done.params ?? {},
      at: now,
      tenant: done.tenant,
    });
  }
  return done.value;
}
