import { makePdf } from '@/lib/files/samples/pdf';
import { confirmIdentity, submitIdentity } from '@/lib/workflows/identity/commands';
import { idNumberCheck } from '@/lib/workflows/identity/id-number';
import { asBuyer, asOperator, upload } from './cast';
import { DEMO_PEOPLE, type DemoPerson } from './people';

/** What a person or company of the demo hands in, with papers made for it. */
async function form(key: string, name: string, realName: DemoPerson['realName']) {
  const actor = await asBuyer(key);
  if (realName?.kind === 'enterprise') {
    const licence = await makePdf('营业执照', [
      `名称：${realName.name}`,
      `统一社会信用代码：${realName.creditCode}`,
      `法定代表人：${name}`,
    ]);
    return {
      ...realName,
      legalPerson: name,
      files: { licence: await upload(actor, 'businessLicence', '营业执照.pdf', licence) },
    };
  }
  const first = `33010619920${key.length % 9}18${String(key.length * 37).padStart(3, '0')}`;
  const idNumber = first.slice(0, 17) + idNumberCheck(first.slice(0, 17));
  const paper = async (side: string, lines: string[]) =>
    upload(actor, 'identityDocument', `身份证${side}.pdf`, await makePdf(`身份证${side}`, lines));
  return {
    kind: 'personal' as const,
    name,
    idNumber,
    files: {
      front: await paper('人像面', [`姓名：${name}`, `公民身份号码：${idNumber}`]),
      back: await paper('国徽面', ['签发机关：杭州市公安局', '有效期限：2020.01.01-2040.01.01']),
    },
  };
}

/** The real names of the demo's people and companies, each confirmed by the reviewer. */
export async function seedIdentities(): Promise<void> {
  const reviewer = await asOperator('reviewer');
  for (const { key, name, realName } of DEMO_PEOPLE) {
    if (!realName) continue;
    const request = await submitIdentity(await asBuyer(key), await form(key, name, realName));
    await confirmIdentity(reviewer, request.id, {});
  }
}

/** A member who asked to have its own name confirmed and waits. */
export async function seedWaitingIdentity(): Promise<void> {
  const person = DEMO_PEOPLE.find(({ key }) => key === 'member');
  if (!person) throw new Error('the demo has no member');
  await submitIdentity(await asBuyer('member'), await form('member', person.name, undefined));
}
