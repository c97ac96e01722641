import type { Actor } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import { formatMoney } from '@/lib/i18n/format';
import type { Translate } from '@/lib/i18n/translator';
import type { Application } from '@/lib/workflows/invoice/application';
import { previewApplication } from '@/lib/workflows/invoice/apply-queries';

export type Preview =
  | { ok: true; application: Application }
  | { ok: false; message?: string; errors: Record<string, string> };

/** The application as it would be made with this choice, or what is wrong with the choice, in words. */
export async function previewIn(actor: Actor, input: unknown, all: Translate): Promise<Preview> {
  try {
    return { ok: true, application: await previewApplication(actor, input) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { key, params, fields } = error.detail;
    const errors = Object.fromEntries(
      Object.entries(fields ?? {}).map(([path, said]) => [path, all(said.key, said.params)]),
    );
    const values = Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? formatMoney(value) : value,
      ]),
    );
    const fallback = fields ? undefined : all(`form.error.${error.code}`, { named: 'no' });
    const message = key ? all(key, values) : fallback;
    return { ok: false, ...(message ? { message } : {}), errors };
  }
}
