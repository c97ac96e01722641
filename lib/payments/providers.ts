import { env } from '@/lib/env';
import type { SettingReader } from '@/lib/settings/read';
import type { PaymentProvider } from './provider';
import { sandboxProvider } from './sandbox';

const PROVIDERS: readonly PaymentProvider[] = [sandboxProvider];

/** The provider of a name, offered or not: reports of payments under way must still be heard. */
export const providerOf = (name: string | null): PaymentProvider | undefined =>
  PROVIDERS.find((provider) => provider.name === name);

/** The provider that buyers are offered now; the sandbox only in the demo or when it was switched on. */
export async function offeredProvider(
  setting: SettingReader,
): Promise<PaymentProvider | undefined> {
  const real = PROVIDERS.find((provider) => !provider.trial);
  if (real) return real;
  return env().DEMO || (await setting('topUp.sandboxProvider')) ? sandboxProvider : undefined;
}
