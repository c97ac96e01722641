import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ReviewPictures } from './review-pictures';
import { Stars } from './stars';

/** A published review as everybody sees it; moments and tags in the reader's words. */
export interface StoreReview {
  id: string;
  by: string;
  at: string;
  /** When it was changed, if it was. */
  editedAt?: string;
  spec: string;
  stars: number;
  tags: string[];
  text: string;
  pictureFileIds: string[];
  answer?: { text: string; at: string };
  followUp?: { text: string; at: string };
}

/** Reviews under a product, newest first. */
export function StoreReviewList({ reviews }: { reviews: StoreReview[] }) {
  const t = useTranslations('productReview');
  return (
    <ul className="reviews">
      {reviews.map((review) => (
        <li key={review.id}>
          <p className="review__head">
            <Stars value={review.stars} />
            <span className="font-medium">{review.by}</span>
            <span className="num text-[13px] text-muted">
              {review.at} · {review.spec}
              {review.editedAt && ` · ${t('store.edited', { at: review.editedAt })}`}
            </span>
          </p>
          {review.tags.length > 0 && (
            <p className="mt-1 flex flex-wrap gap-1.5">
              {review.tags.map((tag) => (
                <Badge key={tag} plain>
                  {tag}
                </Badge>
              ))}
            </p>
          )}
          <p className="mt-1 whitespace-pre-line">{review.text}</p>
          <ReviewPictures
            fileIds={review.pictureFileIds}
            label={(n) => t('store.picture', { n, name: review.by })}
          />
          {review.followUp && (
            <Reply
              title={t('store.followUp')}
              at={review.followUp.at}
              text={review.followUp.text}
            />
          )}
          {review.answer && (
            <Reply title={t('store.answer')} at={review.answer.at} text={review.answer.text} />
          )}
        </li>
      ))}
    </ul>
  );
}

const Reply = ({ title, at, text }: { title: string; at: string; text: string }) => (
  <div className="review__reply">
    <p className="text-[13px] text-muted">
      {title} <span className="num">{at}</span>
    </p>
    {text}
  </div>
);
