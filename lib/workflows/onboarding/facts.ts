import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, identities, merchants } from '@/db/schema';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import type { SettingReader } from '@/lib/settings/read';
import { evaluateGates, type Gate, type GateFacts, type GatePolicy } from './gates';

type Account = typeof accounts.$inferSelect;

export interface Standing {
  account: Account;
  gates: Gate[];
  kind: 'enterprise' | 'individual';
  companyName: string;
  creditCode: string;
}

/** Key of the legal entity: the credit code, or the account itself for an individual developer. */
export const entityKey = (account: Pick<Account, 'id' | 'realNameKind' | 'creditCode'>): string =>
  account.realNameKind === 'enterprise' && account.creditCode
    ? account.creditCode
    : `individual:${account.id}`;

/** An account as the gates and the form see it. The fence must be open: it counts accounts and merchants of others. */
export async function readStanding(
  tx: Tx,
  setting: SettingReader,
  accountId: string,
): Promise<Standing | undefined> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) return undefined;
  const facts = await readGateFacts(tx, account);
  return {
    account,
    gates: evaluateGates(facts, await readGatePolicy(setting)),
    kind: account.realNameKind === 'personal' ? 'individual' : 'enterprise',
    companyName: account.realName ?? '',
    creditCode: entityKey(account),
  };
}

async function readGatePolicy(setting: SettingReader): Promise<GatePolicy> {
  return {
    accountsPerPhone: await setting('account.perPhone'),
    excludedProgrammes: await setting('onboarding.excludedProgrammes'),
    individualPath: await setting('onboarding.individualPath'),
    reentry: await setting('onboarding.reentry'),
  };
}

export async function readProfilePolicy(
  setting: SettingReader,
  kind: ProfilePolicy['kind'],
): Promise<ProfilePolicy> {
  return {
    kind,
    minimumCapital: await setting('onboarding.minimumCapital'),
    minimumStaff: await setting('onboarding.minimumStaff'),
    serviceDays: await setting('onboarding.serviceDays'),
    serviceHours: await setting('onboarding.serviceHours'),
  };
}

async function readGateFacts(tx: Tx, account: Account): Promise<GateFacts> {
  const [phones] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(accounts)
    .where(and(eq(accounts.phone, account.phone ?? ''), isNotNull(accounts.emailVerifiedAt)));
  return {
    emailVerified: account.emailVerifiedAt !== null,
    disabled: account.disabledAt !== null,
    phone: account.phone,
    accountsWithPhone: phones?.count ?? 0,
    hasPassword: account.passwordHash !== null,
    realName: account.realNameAt ? account.realNameKind : null,
    companyRequest: await readCompanyRequest(tx, account.id),
    isSubAccount: account.isSubAccount,
    isPartnerAdmin: account.isPartnerAdmin,
    programmes: account.programmes,
    ...(await readCompany(tx, account)),
  };
}

async function readCompanyRequest(tx: Tx, accountId: string): Promise<GateFacts['companyRequest']> {
  const [open] = await tx
    .select({ state: identities.state })
    .from(identities)
    .where(
      and(
        eq(identities.accountId, accountId),
        eq(identities.kind, 'enterprise'),
        inArray(identities.state, ['pending', 'rejected']),
      ),
    );
  return open?.state === 'pending' || open?.state === 'rejected' ? open.state : null;
}

/** Whether the legal entity is a merchant, or was one. */
export async function readCompany(
  tx: Tx,
  account: Account,
): Promise<Pick<GateFacts, 'company' | 'accountExited'>> {
  const rows = await tx
    .select({ owner: merchants.ownerAccountId, exitedAt: merchants.exitedAt })
    .from(merchants)
    .where(
      or(eq(merchants.creditCode, entityKey(account)), eq(merchants.ownerAccountId, account.id)),
    );
  const active = rows.some((row) => row.exitedAt === null);
  return {
    company: active ? 'merchant' : rows.length > 0 ? 'exited' : 'free',
    accountExited: rows.some((row) => row.exitedAt !== null && row.owner === account.id),
  };
}
