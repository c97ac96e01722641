import type { ReactNode } from 'react';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { DescriptionList, type Fact } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { type EvidenceEntry, EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { type Next, WhoIsNext } from '@/components/workflow/who-is-next';
import { REVIEW_DIMENSIONS } from '@/db/schema/product-review';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { ProductReviewDetail } from '@/lib/workflows/product-review/queries';
import { choiceName } from './choice-name';
import { ReviewPictures } from './review-pictures';
import { Stars } from './stars';

const SIDES = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

export interface ReviewViewProps {
  portal: Portal;
  path: string;
  detail: ProductReviewDetail;
  t: Translate;
  locale: Locale;
  format: Format;
  log: EvidenceEntry[];
  next: Next;
  actions?: ReactNode;
  /** What stands below the review, e.g. the negotiation. */
  children?: ReactNode;
}

/** One review as a portal sees it. */
export function ReviewView(props: ReviewViewProps) {
  const { portal, path, detail, t, format, next, actions, children } = props;
  const { review, now } = detail;
  const names = { [review.buyerId]: portal === 'ops' ? review.buyerName : review.reviewedBy };
  return (
    <DetailPage
      title={t('detail.title')}
      breadcrumb={[{ label: t(`list.${portal}Title`), href: path }]}
      badge={<StateBadge noun="productReview" state={review.state} />}
      description={review.productName}
      actions={actions}
      next={
        next.party && <WhoIsNext noun="productReview" next={next} now={now} me={SIDES[portal]} />
      }
      side={
        <>
          <Section title={t('detail.purchase')}>
            <DescriptionList columns={1} items={purchaseFacts(props)} />
          </Section>
          <Section title={t('detail.log')}>
            <EvidenceTimeline rows={props.log} names={names} />
          </Section>
        </>
      }
    >
      <Standing {...props} />
      <Section title={t('detail.content')}>
        <Content {...props} />
      </Section>
      {review.followUp && (
        <Section title={t('detail.followUpTitle')} description={format.date(review.followedUpAt)}>
          <p className="whitespace-pre-line">{review.followUp}</p>
        </Section>
      )}
      {children}
    </DetailPage>
  );
}

/** Why a review is not on the page. */
function Standing({ detail, t, locale }: ReviewViewProps) {
  const { review, rules } = detail;
  const cited = (code: string | null | undefined) => {
    const rule = rules.find((one) => one.code === code);
    return rule ? t('detail.cited', { code: rule.code, text: choiceName(rule, locale) }) : '';
  };
  if (review.state === 'hidden')
    return (
      <Alert tone="warning" title={t('detail.hiddenTitle')}>
        <p>{cited(review.hiddenRule)}</p>
        <p className="whitespace-pre-line">{review.hiddenReason}</p>
      </Alert>
    );
  if (review.state !== 'refused' || !review.outcome) return null;
  return (
    <Alert tone="warning" title={t('detail.refusedTitle')}>
      <ul>
        {review.outcome.reasons.map(({ field, rule, text }) => (
          <li key={`${field} ${text}`}>
            {t('detail.reasonLine', { field: t(`field.${field}`), text })}
            <span className="block text-[13px] text-muted">{cited(rule)}</span>
          </li>
        ))}
      </ul>
      {review.outcome.note && <p className="whitespace-pre-line">{review.outcome.note}</p>}
      <p>{t('detail.refusedText')}</p>
    </Alert>
  );
}

function Content({ detail, t, locale }: ReviewViewProps) {
  const { review, pictures, tags } = detail;
  return (
    <div className="grid gap-3">
      <dl className="scores">
        {REVIEW_DIMENSIONS.map((dimension) => (
          <div key={dimension} className="flex items-center gap-3">
            <dt className="text-muted">{t(`dimension.${dimension}`)}</dt>
            <dd>
              <Stars value={review[dimension]} />
            </dd>
          </div>
        ))}
      </dl>
      {review.tags.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {review.tags.map((code) => (
            <Badge key={code} plain>
              {choiceName(tags.find((tag) => tag.code === code) ?? code, locale)}
            </Badge>
          ))}
        </p>
      )}
      <p className="whitespace-pre-line">{review.text}</p>
      <ReviewPictures
        fileIds={pictures.map(({ id }) => id)}
        label={(n) => t('store.picture', { n, name: review.reviewedBy })}
      />
    </div>
  );
}

function purchaseFacts({ portal, detail, t, format }: ReviewViewProps): Fact[] {
  const { review } = detail;
  const link = (href: string, text: string) => (
    <SmartLink className="link" href={href}>
      {text}
    </SmartLink>
  );
  return [
    { label: t('field.product'), value: link(`/products/${review.productId}`, review.productName) },
    { label: t('field.spec'), value: review.specName },
    {
      label: t('field.order'),
      value: link(`/${portal}/orders/${review.orderId}`, review.orderNumber),
    },
    ...(portal === 'merchant' ? [] : [{ label: t('field.merchant'), value: review.merchantName }]),
    ...(portal === 'ops' ? [{ label: t('field.buyer'), value: review.buyerName }] : []),
    { label: t('field.reviewedBy'), value: review.reviewedBy },
    { label: t('field.reviewedAt'), value: format.dateTime(review.createdAt) },
    { label: t('field.publishedAt'), value: format.dateTime(review.publishedAt) },
  ];
}
