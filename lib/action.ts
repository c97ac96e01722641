import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { ActionResult, Refusal } from './action-result';
import { jsonSafe } from './audit/canonical';
import type { Actor } from './auth/actor';
import { actorFor, requestOrigin, visitor } from './auth/session';
import { DomainError } from './errors';
import { enteredIn, formObject } from './form-data';
import { formatDateTime, formatMoney } from './i18n/format';
import type { Locale } from './i18n/locales';
import { sentences } from './i18n/sentences';
import { currentLocale, getT } from './i18n/server';
import type { Values } from './i18n/translator';
import { log } from './log';

/** What an action runs: a command with the actor first and the unparsed input after it. */
type Run<T> = (actor: Actor, input: Record<string, unknown>) => Promise<T>;

export interface ActionOptions<T> {
  /** Goes there after success; built from what the command answered. */
  redirectTo?: (value: T) => string;
}

/** `useActionState` passes the last result first; a plain call or `<form action>` passes the input alone. */
export type ServerAction<T> = (first?: unknown, second?: unknown) => Promise<ActionResult<T>>;

/** A verb of a signed-in person acting for itself. */
export const buyerAction = <T>(run: Run<T>, options?: ActionOptions<T>) =>
  actionOf(() => actorFor('buyer'), run, options);

/** A verb of a member of the merchant whose hat is on. */
export const merchantAction = <T>(run: Run<T>, options?: ActionOptions<T>) =>
  actionOf(() => actorFor('merchant'), run, options);

/** A verb of platform staff. */
export const operatorAction = <T>(run: Run<T>, options?: ActionOptions<T>) =>
  actionOf(() => actorFor('ops'), run, options);

/** A verb anybody may use: sign-up, language. */
export const publicAction = <T>(run: Run<T>, options?: ActionOptions<T>) =>
  actionOf(visitor, run, options);

/**
 * Adapts a workflow command, which takes the row's id: the form carries `id` and, where a change under the reader's
 * eyes matters, `version`; the rest is the event's input.
 */
export function onRow<T>(
  command: (actor: Actor, id: string, input: unknown, options?: { version?: number }) => Promise<T>,
): Run<T> {
  return (actor, { id, version, ...input }) => {
    const seen = version === undefined || version === '' ? undefined : Number(version);
    return command(actor, String(id ?? ''), input, Number.isInteger(seen) ? { version: seen } : {});
  };
}

function actionOf<T>(
  findActor: () => Promise<Actor | null>,
  run: Run<T>,
  options: ActionOptions<T> = {},
): ServerAction<T> {
  return async (first, second) => {
    const raw = second === undefined ? first : second;
    const input =
      raw instanceof FormData ? formObject(raw) : ((raw ?? {}) as Record<string, unknown>);
    let value: T;
    try {
      const actor = await findActor();
      if (!actor) throw new DomainError('signedOut');
      value = await run(actor, input);
    } catch (error) {
      unstable_rethrow(error);
      return { ...(await refusal(error)), ...(await typedWithoutScript(raw)) };
    }
    revalidatePath('/', 'layout');
    if (options.redirectTo) redirect(options.redirectTo(value));
    const data = (await sentWithoutScript(raw)) ? jsonSafe(value) : plain(value);
    return { ok: true, data: data as T };
  };
}

/** Rows hold bigint and dates, which React can send; class instances are flattened. */
function plain(value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : value;
}

/** Whether the browser itself sent the form: the answer then comes back inside a new page, as JSON. */
const sentWithoutScript = async (raw: unknown): Promise<boolean> =>
  raw instanceof FormData && !(await headers()).has('next-action');

/** A form that the browser itself sends comes back on a new page, which must show again what was entered. */
async function typedWithoutScript(raw: unknown): Promise<Pick<Refusal, 'typed'>> {
  if (!(raw instanceof FormData) || !(await sentWithoutScript(raw))) return {};
  return { typed: enteredIn(raw) };
}

async function refusal(error: unknown): Promise<Refusal> {
  const [t, locale] = await Promise.all([getT(), currentLocale()]);
  if (!(error instanceof DomainError)) {
    const { requestId } = await requestOrigin();
    log('action').error({ err: error, requestId }, 'action failed');
    return { ok: false, code: 'failed', message: t('form.error.failed') };
  }
  const { code, detail } = error;
  const fields = detail.fields
    ? Object.fromEntries(
        Object.entries(detail.fields).map(([path, { key, params }]) => [path, t(key, params)]),
      )
    : undefined;
  const message =
    detail.key && t.has(detail.key)
      ? t(detail.key, values(detail.params, locale))
      : t(`form.error.${code}`, known(t, detail.params, locale));
  const meanwhile = await happenings(t, String(detail.params?.noun ?? ''), detail.meanwhile);
  return {
    ok: false,
    code,
    message: meanwhile ? sentences(message, meanwhile) : message,
    ...(fields ? { fields } : {}),
    ...(meanwhile ? { meanwhile } : {}),
  };
}

/** What others did meanwhile, with the names of the fields they changed. */
async function happenings(
  t: Awaited<ReturnType<typeof getT>>,
  noun: string,
  list: DomainError['detail']['meanwhile'] = [],
): Promise<string> {
  if (list.length === 0) return '';
  const locale = await currentLocale();
  const labelOf = (field: string) =>
    [`${noun}.field.${field}`, `merchant.field.${field}`].find((key) => t.has(key));
  const lines = list.map(({ event, at, fields }) => {
    const names = fields.flatMap((field) => labelOf(field) ?? []).map((key) => t(key));
    return t('form.meanwhile.line', {
      event: t(`${noun}.event.${event}`),
      at: formatDateTime(at, locale),
      named: names.length > 0 ? 'yes' : 'no',
      fields: names.join(t('form.meanwhile.comma')),
    });
  });
  return `${t('form.meanwhile.lead')}${lines.join(t('form.meanwhile.semicolon'))}`;
}

/** bigint parameters are money in fen, moments are told as pages tell them. */
function values(params: DomainError['detail']['params'], locale: Locale): Values {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([key, value]) => [
      key,
      typeof value === 'bigint'
        ? formatMoney(value)
        : value instanceof Date
          ? formatDateTime(value, locale)
          : value,
    ]),
  );
}

/** Names the state in the reader's words, for "meanwhile it became …". */
function known(
  t: Awaited<ReturnType<typeof getT>>,
  params: DomainError['detail']['params'],
  locale: Locale,
): Values {
  const { noun, state } = params ?? {};
  const key = `${noun}.state.${state}`;
  const named = Boolean(noun && state) && t.has(key);
  return { ...values(params, locale), named: named ? 'yes' : 'no', state: named ? t(key) : '' };
}
