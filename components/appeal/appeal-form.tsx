import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { AppealGround } from '@/lib/settings/registry/appeal';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { type AppealUpload, DocumentInputs } from './document-inputs';
import { groundName } from './ground-name';

/** The form that starts an appeal: ground, reason, demand and evidence, asked once more before it goes (section 7). */
export async function AppealForm({
  detail: { row, order },
  side,
  action,
  grounds,
  handleDays,
  uploads,
}: {
  detail: SupervisionDetail;
  side: 'buyer' | 'merchant';
  action: FormAction;
  grounds: readonly AppealGround[];
  /** Working days in which the house promises to handle it. */
  handleDays: number;
  uploads: readonly AppealUpload[];
}) {
  const [t, words, format, locale] = await Promise.all([
    getT('appeal'),
    getT('supervision'),
    getFormat(),
    currentLocale(),
  ]);
  const needs = ({ deliveryProof, commitmentLetter }: AppealGround) =>
    commitmentLetter > 0
      ? t('form.needsLetter')
      : deliveryProof > 0
        ? t('form.needsProof')
        : undefined;
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ supervisionId: row.id }}
        draftKey={`appeal-${row.id}`}
        success={t('form.sent')}
        redirectTo={`/${side}/appeals/{id}`}
      >
        <Alert tone="warning">{t('form.intro', { days: handleDays })}</Alert>
        <Field name="ground" group label={t('form.ground')} hint={t('form.groundHint')} required>
          <RadioCards
            columns={2}
            options={grounds.map((ground) => ({
              value: ground.key,
              label: groundName(t, locale, ground.key, ground.name),
              hint: needs(ground),
            }))}
          />
        </Field>
        <Field name="reason" label={t('field.reason')} hint={t('form.reasonHint')} required>
          <Textarea max={5000} rows={8} />
        </Field>
        <Field
          name="demand"
          label={t('field.demand')}
          hint={t(`form.demandHint.${side}`)}
          required={side === 'buyer'}
        >
          <Textarea max={2000} rows={4} />
        </Field>
        <DocumentInputs uploads={uploads} />
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('form.submit')}
            title={t('dialog.open.title')}
            intro={t('dialog.open.intro')}
            confirm={t('form.submit')}
            consequences={[
              {
                label: t('dialog.order'),
                value: t('dialog.open.then', { node: words(`node.${row.state}`) }),
              },
              { label: t('dialog.then'), value: t('dialog.open.handle', { days: handleDays }) },
              {
                label: t('dialog.money'),
                value: t('dialog.open.money', { amount: format.money(order.amount) }),
              },
            ]}
          />
          <ButtonLink href={`/${side}/supervision/${row.id}`}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
