import type { AppealSide } from '@/db/schema/appeal';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { type UploadRule, uploadRule } from '@/lib/files/queries';
import { settingReader } from '@/lib/settings/read';
import type { AppealGround } from '@/lib/settings/registry/appeal';
import { type AppealDemand, demandsOf } from './documents';
import { APPEAL_PURPOSE } from './purposes';

export interface AppealRules {
  /** Grounds that the side may choose from. */
  grounds: AppealGround[];
  /** Working days in which the house promises to handle an appeal, and in which a side is to answer. */
  handleDays: number;
  answerDays: number;
  uploads: (AppealDemand & { rule: UploadRule })[];
}

/** What the forms of a side offer and say, as the settings stand now. */
export async function appealRules(actor: Actor, side: AppealSide): Promise<AppealRules> {
  const { perKind, ...rules } = await withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    return {
      grounds: (await setting('appeal.grounds')).filter((ground) => ground.side === side),
      handleDays: await setting('appeal.handleWorkingDays'),
      answerDays: await setting('appeal.answerWorkingDays'),
      perKind: await setting('appeal.filesPerKind'),
    };
  });
  const uploads = await Promise.all(
    demandsOf(side, perKind).map(async (demand) => ({
      ...demand,
      rule: await uploadRule(actor, APPEAL_PURPOSE[demand.kind]),
    })),
  );
  return { ...rules, uploads };
}
