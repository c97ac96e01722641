import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { RadioCards } from '@/components/ui/radio-cards';
import { SmartLink } from '@/components/ui/smart-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherProduct } from '@/lib/workflows/voucher/offer-queries';

/** What the form begins with; money in whole yuan, days as `2026-11-21`. */
export interface VoucherFormValues {
  name: string;
  specIds: readonly string[];
  amount: string;
  threshold: string;
  startsOn: string;
  endsOn: string;
  billing: string;
  orderType: string;
  exclusions: readonly string[];
  quantity: string;
  perUser: string;
  distribution: string;
  showOnPage: boolean;
}

const EXCLUSIONS = ['package', 'promotion', 'commercial', 'partner', 'coupon'] as const;

/** The rules of a batch for one product, as they are written and changed before it is issued (sales.md 1.1). */
export function VoucherForm({
  product,
  values,
  hidden,
  months,
  action,
  t,
}: {
  product: VoucherProduct;
  values: VoucherFormValues;
  hidden: Record<string, string | number>;
  /** Longest validity. */
  months: number;
  action: FormAction;
  t: Translate;
}) {
  const billings = ['oneTime', 'month', 'year'].filter((billing) =>
    product.specs.some((spec) => spec.billings.some((one) => one === billing)),
  );
  const cards = (words: string, options: readonly string[]) =>
    options.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, productId: product.id }}
      redirectTo="/merchant/vouchers/{id}"
      success={t('page.saved')}
      className="max-w-3xl"
    >
      <Section title={t('page.basics')}>
        <div className="grid gap-4">
          <DescriptionList
            items={[
              {
                label: t('field.product'),
                value: (
                  <>
                    {product.name}
                    {hidden.id === undefined && (
                      <span className="block">
                        <SmartLink className="link" href="/merchant/vouchers/new">
                          {t('page.otherProduct')}
                        </SmartLink>
                      </span>
                    )}
                  </>
                ),
              },
              {
                label: t('field.class'),
                value: t(`class.${product.class === 'joint' ? 'joint' : 'general'}`),
              },
            ]}
          />
          <Field name="name" label={t('field.name')} hint={t('hint.name')} required>
            <TextInput max={40} defaultValue={values.name} />
          </Field>
        </div>
      </Section>
      <Section title={t('page.rules')} description={t('page.rulesLead')}>
        <div className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="amount" label={t('field.amount')} hint={t('hint.amount')} required>
              <TextInput
                prefix="¥"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={values.amount}
              />
            </Field>
            <Field
              name="threshold"
              label={t('field.threshold')}
              hint={t('hint.threshold')}
              required
            >
              <TextInput
                prefix="¥"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={values.threshold}
              />
            </Field>
            <Field name="startsOn" label={t('field.startsOn')} required>
              <DateInput defaultValue={values.startsOn} />
            </Field>
            <Field
              name="endsOn"
              label={t('field.endsOn')}
              hint={t('hint.validity', { months })}
              required
            >
              <DateInput defaultValue={values.endsOn} />
            </Field>
          </div>
          <Field name="billing" label={t('field.billing')} hint={t('hint.billing')} group required>
            <RadioCards
              columns={3}
              options={cards('billing', billings)}
              defaultValue={values.billing || billings[0]}
            />
          </Field>
          <Field name="specIds[]" label={t('field.specs')} hint={t('hint.specs')} group>
            <div className="grid gap-2">
              {product.specs.map((spec) => (
                <Checkbox
                  key={spec.id}
                  value={spec.id}
                  defaultChecked={values.specIds.includes(spec.id)}
                  hint={spec.billings.map((billing) => t(`billing.${billing}`)).join('; ')}
                >
                  {spec.name}
                </Checkbox>
              ))}
            </div>
          </Field>
          <Field name="orderType" label={t('field.orderType')} group required>
            <RadioCards
              columns={3}
              options={cards('orderType', ['new', 'renewal', 'both'])}
              defaultValue={values.orderType}
            />
          </Field>
          <Field name="exclusions[]" label={t('field.exclusions')} hint={t('page.optional')} group>
            <div className="grid gap-2 sm:grid-cols-2">
              {EXCLUSIONS.map((value) => (
                <Checkbox
                  key={value}
                  value={value}
                  defaultChecked={values.exclusions.includes(value)}
                >
                  {t(`exclusion.${value}`)}
                </Checkbox>
              ))}
            </div>
          </Field>
        </div>
      </Section>
      <Section title={t('page.supply')}>
        <div className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="quantity" label={t('field.quantity')} required>
              <NumberInput defaultValue={values.quantity} />
            </Field>
            <Field name="perUser" label={t('field.perUser')} hint={t('hint.perUser')} required>
              <NumberInput defaultValue={values.perUser} />
            </Field>
          </div>
          <Field name="distribution" label={t('field.distribution')} group required>
            <RadioCards
              columns={2}
              options={[
                { value: 'public', label: t('distribution.public'), hint: t('page.whoPublic') },
                { value: 'named', label: t('distribution.named'), hint: t('page.whoNamed') },
              ]}
              defaultValue={values.distribution}
            />
          </Field>
          <Field name="showOnPage" hint={t('hint.showOnPage')}>
            <Checkbox value="on" defaultChecked={values.showOnPage}>
              {t('field.showOnPage')}
            </Checkbox>
          </Field>
        </div>
      </Section>
      <div>
        <SubmitButton size="lg">{t('page.save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
