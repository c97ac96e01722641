import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { RadioCards, type RadioOption } from '@/components/ui/radio-cards';
import { ShownErrors } from '@/components/ui/shown-errors';
import { Textarea } from '@/components/ui/textarea';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceContact } from '@/lib/records/invoice-contact/queries';
import type { InvoiceTitle } from '@/lib/records/invoice-title/queries';
import { INVOICE_TYPES } from '@/lib/records/merchant/schema';

const TITLES = '/buyer/invoice-titles';

export interface ApplyFormProps {
  ids: readonly string[];
  titles: InvoiceTitle[];
  contacts: InvoiceContact[];
  /** Kind and medium that the merchant issues. */
  offered: readonly string[];
  courierFreeFrom: bigint;
  /** What was chosen before, and what was wrong with it. */
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  t: Translate;
  all: Translate;
  format: Format;
}

/** Title, kind and medium, and where it goes; a plain GET form whose next step is the confirm page. */
export function ApplyForm(props: ApplyFormProps) {
  const { ids, titles, contacts, offered, courierFreeFrom, values, errors, t, all, format } = props;
  const types = typeOptions(props);
  const firstType = types.find(({ disabled }) => !disabled)?.value;
  const contactOptions = (kind: InvoiceContact['kind']): RadioOption[] =>
    contacts
      .filter((contact) => contact.kind === kind)
      .map(({ id, name, phone, address, email }) => ({
        value: id,
        label: name,
        hint: email ?? [phone, address].filter(Boolean).join(' · '),
      }));
  const manage = (
    <ButtonLink size="sm" href={TITLES}>
      {t('apply.manage')}
    </ButtonLink>
  );
  return (
    <Section title={t('apply.title')} actions={manage}>
      <form action="/buyer/invoices/apply" method="get" className="form group/apply">
        <input type="hidden" name="step" value="confirm" />
        {ids.map((id) => (
          <input key={id} type="hidden" name="ids" value={id} />
        ))}
        <ShownErrors errors={errors}>
          <Field name="titleId" label={t('field.title')} hint={t('apply.titleHint')} required group>
            {titles.length > 0 ? (
              <RadioCards
                columns={2}
                defaultValue={values.titleId ?? titles[0]?.id}
                options={titles.map((title) => ({
                  value: title.id,
                  label: title.title,
                  hint: [all(`invoiceTitle.kind.${title.kind}`), title.taxId]
                    .filter(Boolean)
                    .join(' · '),
                }))}
              />
            ) : (
              <Missing text={t('apply.noTitle')} t={t} />
            )}
          </Field>
          <Field name="type" label={t('field.type')} required group>
            {offered.length > 0 ? (
              <RadioCards columns={3} defaultValue={values.type ?? firstType} options={types} />
            ) : (
              <Alert tone="warning">{t('apply.typeNone')}</Alert>
            )}
          </Field>
          <div className="hidden group-has-[input[value$='.paper']:checked]/apply:block">
            <Field
              name="postId"
              label={t('apply.forPaper')}
              hint={t('apply.courierBelow', { limit: format.money(courierFreeFrom) })}
              required
              group
            >
              <Choices
                options={contactOptions('post')}
                chosen={values.postId}
                none={t('apply.noPost')}
                t={t}
              />
            </Field>
          </div>
          <div className="group-has-[input[value$='.paper']:checked]/apply:hidden">
            <Field name="mailId" label={t('apply.forFile')} required group>
              <Choices
                options={contactOptions('mail')}
                chosen={values.mailId}
                none={t('apply.noMail')}
                t={t}
              />
            </Field>
          </div>
          <Field name="note" label={t('field.note')} hint={t('apply.noteHint')}>
            <Textarea rows={2} max={200} defaultValue={values.note ?? ''} />
          </Field>
        </ShownErrors>
        <div className="form__foot">
          <Button type="submit" look="primary">
            {t('apply.next')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Choices({
  options,
  chosen,
  none,
  t,
}: {
  options: RadioOption[];
  chosen: string | undefined;
  none: string;
  t: Translate;
}) {
  if (options.length === 0) return <Missing text={none} t={t} />;
  const known = options.some(({ value }) => value === chosen) ? chosen : options[0]?.value;
  return <RadioCards columns={2} defaultValue={known} options={options} />;
}

const Missing = ({ text, t }: { text: string; t: Translate }): ReactNode => (
  <Alert tone="warning" actions={<ButtonLink href={TITLES}>{t('apply.add')}</ButtonLink>}>
    {text}
  </Alert>
);

/** The six combinations; what is not to be had is greyed out and says why. */
function typeOptions({ offered, titles, t }: ApplyFormProps): RadioOption[] {
  const special = titles.some((title) => title.kind === 'enterprise' && title.special);
  return INVOICE_TYPES.map((type) => {
    const [kind = '', medium = ''] = type.split('.');
    const why = !offered.includes(type)
      ? t('apply.notOffered')
      : kind === 'special' && !special
        ? t('apply.needsEnterprise')
        : undefined;
    return {
      value: type,
      label: t('apply.of', { medium: t(`medium.${medium}`), kind: t(`kind.${kind}`) }),
      ...(why ? { hint: why, disabled: true } : {}),
    };
  });
}
