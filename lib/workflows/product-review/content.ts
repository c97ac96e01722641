import type { EffectContext } from '@/lib/engine/bind';
import { type FieldComplaint, invalid } from '@/lib/errors';
import { attachFiles, detachFiles } from '@/lib/files/attach';
import { hasSensitiveWord } from '@/lib/sensitive';
import type { SettingReader } from '@/lib/settings/read';
import type { ProductReviewFacts, ProductReviewRow } from './machine';
import type { ReviewContent } from './schema';

/** The mean of the three scores in whole stars, half up. */
export const starsOf = ({ quality, service, delivery }: Scores): number =>
  Math.floor((quality + service + delivery) / 3 + 0.5);

type Scores = Pick<ReviewContent, 'quality' | 'service' | 'delivery'>;

/** Whether a review is a bad one, which opens the negotiation (buyer-centre.md 6). */
export const isBad = ({ quality, service, delivery }: Scores, lowStars: number): boolean =>
  Math.min(quality, service, delivery) <= lowStars;

/** What is wrong with words that will stand on the page. */
export async function textComplaint(
  setting: SettingReader,
  text: string,
): Promise<FieldComplaint | undefined> {
  const maximum = await setting('productReview.maxLength');
  if (text.length > maximum) return { key: 'form.error.tooLong', params: { maximum } };
  return hasSensitiveWord(text, await setting('content.sensitiveWords'))
    ? { key: 'productReview.error.sensitive' }
    : undefined;
}

/** Words of one field. @throws DomainError `invalid` about that field */
export async function requireDecent(
  setting: SettingReader,
  field: string,
  text: string,
): Promise<void> {
  const complaint = await textComplaint(setting, text);
  if (complaint) throw invalid({ [field]: complaint });
}

/** The columns of what a customer wrote; its pictures become the review's own, those left out are let go. */
export async function contentOf({
  tx,
  now,
  actor,
  row,
  input,
  setting,
  record,
}: EffectContext<ProductReviewRow, ReviewContent, ProductReviewFacts>) {
  const maximum = await setting('productReview.maxPictures');
  const known = new Set((await setting('productReview.tags')).map(({ code }) => code));
  const text = await textComplaint(setting, input.text);
  const complaints = {
    ...(text ? { text } : {}),
    // A tag that the setting no longer has stays where it was chosen.
    ...(input.tags.some((tag) => !known.has(tag) && !row.tags?.includes(tag))
      ? { tags: { key: 'form.error.notAChoice' } }
      : {}),
    ...(input.pictures.length > maximum
      ? { pictures: { key: 'productReview.error.tooManyPictures', params: { maximum } } }
      : {}),
  };
  if (Object.keys(complaints).length > 0) throw invalid(complaints);
  const user = `productReview:${row.id}`;
  const files = await attachFiles(tx, {
    ids: input.pictures,
    purpose: 'reviewPicture',
    actor,
    user,
    field: 'pictures',
    now,
  });
  const ids = (row.pictureFileIds ?? []).filter((id) => !input.pictures.includes(id));
  await detachFiles(tx, { ids, user, now });
  record({ files: files.map(({ id, name, sha256 }) => ({ id, name, sha256 })) });
  const { quality, service, delivery, tags } = input;
  return {
    quality,
    service,
    delivery,
    stars: starsOf(input),
    tags,
    text: input.text,
    pictureFileIds: files.map(({ id }) => id),
  };
}
