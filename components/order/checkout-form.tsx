import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SmartLink } from '@/components/ui/smart-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { fileAddress } from '@/components/ui/upload';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Wanted } from '@/lib/workflows/order/offer';
import type { Quote } from '@/lib/workflows/order/quote';
import { CheckoutVouchers } from './checkout-vouchers';
import { lineQuantity } from './order-words';

/** What is ordered, the agreement to tick, and what it costs; says what stands in the way instead of the button. */
export function CheckoutForm({
  quote,
  wanted,
  requestKey,
  action,
  t,
  all,
  format,
}: {
  quote: Quote;
  wanted: Wanted;
  requestKey: string;
  action: FormAction;
  t: Translate;
  all: Translate;
  format: Format;
}) {
  const { sku, spec, product, agreement } = quote;
  const quantity = lineQuantity({
    quantity: wanted.quantity,
    quantityUnit: sku.quantity?.unit ?? null,
  });
  const payDays = Number(quote.rules.find(({ key }) => key === 'order.payWithinDays')?.value ?? 0);
  return (
    <ActionForm
      action={action}
      hidden={{
        requestKey,
        skuId: sku.id,
        quantity: wanted.quantity,
        periods: wanted.periods,
        shownAmount: String(quote.amount),
        shownAgreement: agreement?.sha256 ?? '-',
        voucherPieceId: quote.voucher?.piece.id ?? '',
      }}
      redirectTo="/buyer/orders/{id}/pay"
      className="checkout"
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          <Section
            title={t('checkout.what')}
            actions={
              <SmartLink
                className="link"
                href={`/products/${product.id}?spec=${spec.id}&sku=${sku.id}`}
              >
                {t('checkout.change')}
              </SmartLink>
            }
          >
            <DescriptionList
              items={[
                { label: t('field.product'), value: product.name },
                { label: t('field.merchant'), value: quote.merchantName },
                { label: t('field.spec'), value: spec.name },
                {
                  label: t('field.attributes'),
                  value: sku.attributes.map(({ name, value }) => `${name}: ${value}`).join('; '),
                },
                { label: sku.quantity?.name ?? t('field.quantity'), value: quantity },
                { label: t('field.billing'), value: t(`billing.${sku.billing}`) },
                ...(sku.billing === 'oneTime'
                  ? []
                  : [
                      {
                        label: t('field.periods'),
                        value: t(`periods.${sku.billing}`, { count: wanted.periods }),
                      },
                    ]),
                {
                  label: t('field.deliveryPeriod'),
                  value: t('page.days', { count: product.content.deliveryPeriodDays }),
                },
              ]}
            />
          </Section>
          <CheckoutVouchers quote={quote} wanted={wanted} all={all} format={format} />
          {agreement && (
            <Section
              title={t('checkout.agreementTitle')}
              description={t('checkout.agreementLead', { merchant: quote.merchantName })}
            >
              <Field name="agreed" label={t('field.agreed')} group required>
                <Checkbox name="agreed" value="on">
                  {t('checkout.agree', { name: agreement.name })}
                </Checkbox>
              </Field>
              <a
                className="link"
                href={fileAddress(agreement.fileId)}
                target="_blank"
                rel="noreferrer"
              >
                {t('checkout.read')} {agreement.name}
              </a>
            </Section>
          )}
        </div>
        <Card className="lg:sticky lg:top-20">
          <p className="text-muted">{t('checkout.summary')}</p>
          <p className="num my-1 text-[28px] font-semibold tracking-tight">
            {format.money(quote.toPay)}
          </p>
          <p className="text-[13px] text-muted">
            {`${format.money(quote.unitPrice)} × ${wanted.periods} · ${t('checkout.taxIncluded')}`}
          </p>
          {quote.voucher && (
            <dl className="consequences mt-3">
              <div>
                <dt>{all('voucherPiece.checkout.orderAmount')}</dt>
                <dd className="num">{format.money(quote.amount)}</dd>
              </div>
              <div>
                <dt>{all('voucherPiece.checkout.voucher')}</dt>
                <dd className="num">{`−${format.money(quote.voucher.piece.amount)}`}</dd>
              </div>
              <div>
                <dt>{all('voucherPiece.checkout.toPay')}</dt>
                <dd className="num">{format.money(quote.toPay)}</dd>
              </div>
            </dl>
          )}
          <ul className="my-4 grid gap-2 text-[13px] text-muted">
            <li>{t('checkout.payBy', { days: payDays, payBy: format.dateTime(quote.payBy) })}</li>
            <li>{t('checkout.guarantee')}</li>
          </ul>
          {quote.complaint ? (
            <Alert
              tone="warning"
              title={t('checkout.blockedTitle')}
              actions={
                quote.complaint === 'order.error.open.realNameMissing' && (
                  <ButtonLink look="primary" href="/account/identity">
                    {t('checkout.verify')}
                  </ButtonLink>
                )
              }
            >
              {all(quote.complaint)}
            </Alert>
          ) : (
            <SubmitButton size="lg" fullWidth>
              {t('checkout.submit')}
            </SubmitButton>
          )}
        </Card>
      </div>
    </ActionForm>
  );
}
