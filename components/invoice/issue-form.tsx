import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { UploadRule } from '@/lib/files/queries';
import { sentences } from '@/lib/i18n/sentences';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceDetail } from '@/lib/workflows/invoice/queries';
import { buyerFacts, contentFacts, sendingFacts } from './invoice-facts';
import { OrderParts } from './order-parts';

/** What the merchant enters after it issued in the tax system; amount and rate are read, not typed (money.md 2.4). */
export function IssueForm({
  detail,
  rule,
  action,
  t,
  all,
  format,
}: {
  detail: InvoiceDetail;
  rule: UploadRule;
  action: FormAction;
  t: Translate;
  all: Translate;
  format: Format;
}) {
  const { invoice, numbering } = detail;
  const paper = invoice.medium === 'paper';
  const back = `/merchant/invoices/${invoice.id}`;
  const words = { t, all, format };
  const { destination: to } = invoice;
  const types = rule.extensions.map((extension) => extension.toUpperCase()).join(' / ');
  return (
    <div className="grid gap-4">
      <Section title={t('detail.content')} description={t('detail.contentHint')}>
        <p className="num mb-4 text-[28px] font-semibold tracking-tight">
          {format.money(invoice.amount)}
        </p>
        <DescriptionList items={contentFacts(detail, words)} />
      </Section>
      <Section title={t('detail.buyerData')}>
        <DescriptionList items={buyerFacts(detail, words)} />
      </Section>
      <Section title={t('detail.orders')} flush>
        <OrderParts parts={detail.orders} href="/merchant/orders" t={t} format={format} />
      </Section>
      <Section title={t('detail.sending')}>
        <DescriptionList items={sendingFacts(detail, words)} />
      </Section>
      <Section title={t('detail.issued')} description={t('issue.about')}>
        <ActionForm
          action={action}
          hidden={{ id: invoice.id, version: invoice.version }}
          draftKey={`invoice-issue-${invoice.id}`}
          success={t('done.issued')}
          redirectTo={back}
        >
          <div className="form__row">
            {numbering.codeDigits.length > 0 && (
              <Field
                name="fiscalCode"
                label={t('field.fiscalCode')}
                hint={t('issue.codeHint', { digits: numbering.codeDigits.join(' / ') })}
                required
              >
                <TextInput inputMode="numeric" autoComplete="off" />
              </Field>
            )}
            <Field
              name="fiscalNumber"
              label={t('field.fiscalNumber')}
              hint={t('issue.numberHint', { digits: numbering.numberDigits })}
              required
            >
              <TextInput inputMode="numeric" autoComplete="off" />
            </Field>
            <Field
              name="fiscalDate"
              label={t('field.fiscalDate')}
              hint={t('issue.dateHint')}
              required
            >
              <DateInput />
            </Field>
          </div>
          {paper ? (
            <div className="form__row">
              <Field
                name="courier"
                label={t('field.courier')}
                hint={t('issue.courierHint', {
                  address: [to.name, to.phone, to.address].filter(Boolean).join(' '),
                })}
                required
              >
                <TextInput max={40} />
              </Field>
              <Field name="trackingNumber" label={t('field.trackingNumber')} required>
                <TextInput autoComplete="off" />
              </Field>
            </div>
          ) : (
            <Field
              group
              name="fileId"
              label={t('field.file')}
              hint={sentences(
                t('issue.fileHint', { email: to.email ?? '' }),
                all('file.hint.types', { types, max: format.bytes(rule.maxBytes) }),
              )}
              required
            >
              <FileUpload
                purpose="invoiceFile"
                accept={rule.extensions.map((extension) => `.${extension}`).join(',')}
              />
            </Field>
          )}
          <Field name="remark" label={t('field.remark')} hint={t('issue.remarkHint')}>
            <Textarea rows={3} max={500} />
          </Field>
          <p className="text-[13px] text-muted">{t('issue.confirm')}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t('issue.submit')}</SubmitButton>
            <ButtonLink href={back}>{t('issue.back')}</ButtonLink>
          </div>
        </ActionForm>
      </Section>
    </div>
  );
}
