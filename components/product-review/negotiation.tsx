import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { Portal } from '@/lib/auth/viewer';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { ProductReviewDetail } from '@/lib/workflows/product-review/queries';

const ABOUT = {
  buyer: 'negotiationBuyer',
  merchant: 'negotiationMerchant',
  ops: 'negotiationOps',
} as const;

/** What both sides write to each other about a bad review, and how they reach each other; nothing where none was. */
export function Negotiation({
  portal,
  detail,
  say,
  t,
  format,
}: {
  portal: Portal;
  detail: ProductReviewDetail;
  /** While it can still be negotiated. */
  say?: FormAction | undefined;
  t: Translate;
  format: Format;
}) {
  const { review, messages, buyer, merchant, maxLength } = detail;
  if (!review.negotiatedAt) return null;
  const open = review.state === 'negotiating';
  return (
    <>
      <Section
        title={t('detail.negotiation')}
        description={open || portal === 'ops' ? t(`detail.${ABOUT[portal]}`) : undefined}
      >
        {messages.length === 0 && <p className="text-muted">{t('detail.noMessages')}</p>}
        <ul className="talk">
          {messages.map(({ id, side, text, createdAt }) => (
            <li key={id} data-mine={side === portal || undefined}>
              <p className="num text-[12px] text-muted">
                {t(side === portal ? 'detail.you' : `detail.${side}`)} ·{' '}
                {format.dateTime(createdAt)}
              </p>
              <p className="whitespace-pre-line">{text}</p>
            </li>
          ))}
        </ul>
        {say && (
          <div className="mt-4">
            <ActionForm
              action={say}
              hidden={{ id: review.id }}
              success={t('detail.sentMessage')}
              resetOnSuccess
              draftKey={`review-say-${review.id}`}
            >
              <Field name="text" label={t('field.message')} required>
                <Textarea rows={3} max={maxLength} />
              </Field>
              <div>
                <SubmitButton look={portal === 'merchant' ? 'primary' : 'outline'}>
                  {t('detail.send')}
                </SubmitButton>
              </div>
            </ActionForm>
          </div>
        )}
      </Section>
      {open && portal !== 'ops' && (
        <Section title={t('detail.contact')}>
          <DescriptionList
            items={
              portal === 'merchant'
                ? [
                    { label: t('detail.contactName'), value: buyer.realName },
                    { label: t('detail.contactPhone'), value: buyer.phone },
                    { label: t('detail.contactEmail'), value: buyer.email },
                  ]
                : [
                    { label: t('detail.contactName'), value: review.merchantName },
                    { label: t('detail.contactPhone'), value: merchant?.servicePhone },
                    { label: t('detail.contactEmail'), value: merchant?.serviceEmail },
                  ]
            }
          />
        </Section>
      )}
    </>
  );
}
