import type { MerchantProfile } from '@/db/schema/merchant';
import { hasExternalLink } from '@/lib/records/merchant/links';
import type { ProfileField } from '@/lib/records/merchant/profile-fields';
import { type ProfilePolicy, profileForm } from '@/lib/records/merchant/profile-form';

export interface ReviewCheck {
  /** Cited in rejections; its words are `merchant.rule.<rule>`. */
  rule: string;
  field: ProfileField;
  result: 'passed' | 'failed' | 'human';
}

/** What the applicant's real-name data says now. */
export interface RealName {
  name: string | null;
  creditCode: string | null;
}

type Verdict = boolean | 'human' | null;

interface Judging {
  name: string;
  creditCode: string;
  profile: MerchantProfile;
  realName: RealName;
  company: boolean;
  /** Fields that the rules of today refuse, which may be stricter than those of the day it was submitted. */
  wrong: ReadonlySet<string>;
}

interface ReviewRule {
  rule: string;
  field: ProfileField;
  /** True or false where a machine can tell; `human` for human eyes; null where it does not apply. */
  judge: (judging: Judging) => Verdict;
}

const human = (): Verdict => 'human';
const ofCompany =
  (field: ProfileField) =>
  ({ company, wrong }: Judging): Verdict =>
    company ? !wrong.has(field) : null;

/**
 * The rules that a reviewer goes through: what a machine can tell is told, the rest is for human eyes. A website is
 * never opened by the server: an address that an applicant chooses could lead it into the operator's own network
 * (server-side request forgery), so the reviewer opens it in a browser.
 */
export const REVIEW_RULES: readonly ReviewRule[] = [
  {
    rule: 'MD-01',
    field: 'companyName',
    judge: ({ name, creditCode, realName, company }) =>
      realName.name === name && (!company || realName.creditCode === creditCode),
  },
  { rule: 'MD-02', field: 'website', judge: ({ profile }) => (profile.website ? 'human' : null) },
  { rule: 'MD-03', field: 'logoFileId', judge: human },
  { rule: 'MD-04', field: 'yearsInBusiness', judge: ofCompany('yearsInBusiness') },
  { rule: 'MD-05', field: 'employees', judge: ofCompany('employees') },
  { rule: 'MD-06', field: 'registeredCapital', judge: ofCompany('registeredCapital') },
  { rule: 'MD-07', field: 'licenceFileId', judge: ({ company }) => (company ? 'human' : null) },
  {
    rule: 'MD-08',
    field: 'introduction',
    judge: ({ profile }) => !hasExternalLink(profile.introduction),
  },
  { rule: 'MD-09', field: 'introduction', judge: human },
  { rule: 'MD-10', field: 'businessContact', judge: human },
  { rule: 'MD-11', field: 'address', judge: human },
  { rule: 'MD-12', field: 'servicePhone', judge: human },
  { rule: 'MD-13', field: 'serviceEmail', judge: human },
  { rule: 'MD-14', field: 'serviceTime', judge: ({ wrong }) => !wrong.has('serviceTime') },
];

/** Every rule that applies to a company's data, judged against its real-name data and the rules of today. */
export function reviewChecks(
  { name, creditCode, profile }: { name: string; creditCode: string; profile: MerchantProfile },
  realName: RealName,
  policy: ProfilePolicy,
): ReviewCheck[] {
  const judging: Judging = {
    name,
    creditCode,
    profile,
    realName,
    company: policy.kind === 'enterprise',
    wrong: complaintsOf(profile, policy),
  };
  return REVIEW_RULES.flatMap(({ rule, field, judge }) => {
    const verdict = judge(judging);
    if (verdict === null) return [];
    const result = verdict === 'human' ? 'human' : verdict ? 'passed' : 'failed';
    return [{ rule, field, result }];
  });
}

function complaintsOf(profile: MerchantProfile, policy: ProfilePolicy): Set<string> {
  const { platformContact } = profile;
  const result = profileForm(policy).safeParse({
    ...profile,
    platformContact: platformContact ? { has: 'yes', ...platformContact } : { has: 'no' },
  });
  return new Set(result.error?.issues.map(({ path }) => String(path[0])) ?? []);
}
