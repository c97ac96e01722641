import type { SettingReader } from '@/lib/settings/read';
import type { SettingKey } from '@/lib/settings/registry';
import type { ProductReviewRow } from './machine';

const DAY = 86_400_000;

export const COMPLAINTS = ['repeated', 'tooLate', 'usedUp'] as const;
export type Complaint = (typeof COMPLAINTS)[number];

type DayKey = Extract<
  SettingKey,
  | 'productReview.writeDays'
  | 'productReview.editDays'
  | 'productReview.answerDays'
  | 'productReview.followUpDays'
>;

/** When a time that counts from `from` is over; nothing where the rule sets no end or it has not begun. */
export async function endOf(
  setting: SettingReader,
  key: DayKey,
  from: Date | null,
): Promise<Date | undefined> {
  const days = await setting(key);
  return days === 0 || !from ? undefined : new Date(from.getTime() + days * DAY);
}

/**
 * What stands against an event on a published review: its time is over, or its number used up. A review that was
 * never published may be changed and deleted as its author likes (buyer-centre.md 6).
 */
export async function complaintAbout(
  row: ProductReviewRow,
  event: string,
  now: Date,
  setting: SettingReader,
): Promise<Complaint | undefined> {
  const over = async (key: DayKey) => {
    const end = await endOf(setting, key, row.publishedAt);
    return end && now >= end ? ('tooLate' as const) : undefined;
  };
  switch (event) {
    case 'edit':
      if (row.state !== 'published') return undefined;
      if (row.edits >= (await setting('productReview.edits'))) return 'usedUp';
      return over('productReview.editDays');
    case 'delete':
      return row.state === 'published' ? over('productReview.editDays') : undefined;
    case 'answer':
      return over('productReview.answerDays');
    case 'followUp':
      return row.followUp === null ? over('productReview.followUpDays') : 'usedUp';
    default:
      return undefined;
  }
}
