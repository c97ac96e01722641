import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';

interface Buyer {
  id: string;
  accountId: string;
  accountName: string;
}

export interface AllowListActions {
  restrict: FormAction;
  lift: FormAction;
  allow: FormAction;
  disallow: FormAction;
}

/** Who may buy a product or one of its specifications: everybody, or only the accounts on its list. */
export function AllowListSection({
  title,
  name,
  hidden,
  list,
  alsoWhole,
  actions,
}: {
  title: string;
  /** What is restricted, for the decisions. */
  name: string;
  hidden: { productId: string; specId?: string };
  list: { id: string; buyers: Buyer[] } | undefined;
  /** The product as a whole is restricted too: buyers must be on both lists. */
  alsoWhole?: boolean;
  /** Left out for who may only look. */
  actions?: AllowListActions;
}) {
  const t = useTranslations('saleRule');
  if (!list) {
    return (
      <Section
        title={title}
        actions={
          actions && (
            <ConfirmDialog
              trigger={t('event.restrict')}
              size="sm"
              danger
              title={t('event.restrict')}
              intro={t('restrict.intro')}
              consequences={[
                { label: t('confirm.what'), value: name },
                { label: t('confirm.whom'), value: t('restrict.whom') },
                { label: t('confirm.see'), value: t('restrict.see') },
                { label: t('confirm.kept'), value: t('restrict.kept') },
              ]}
              confirm={t('event.restrict')}
              action={actions.restrict}
              hidden={hidden}
              success={t('restrict.done')}
            />
          )
        }
      >
        <p className="text-muted">{t(alsoWhole ? 'who.everybodyOnWhole' : 'who.everybodyText')}</p>
      </Section>
    );
  }
  const count = list.buyers.length;
  return (
    <Section
      title={
        <span className="inline-flex items-center gap-2">
          {title}
          <Badge tone={count === 0 ? 'warning' : 'info'}>
            {count === 0 ? t('who.nobody') : t('who.buyers', { count })}
          </Badge>
        </span>
      }
      description={t(alsoWhole ? 'allow.bothText' : 'allow.text')}
      actions={
        actions && (
          <ConfirmDialog
            trigger={t('event.lift')}
            size="sm"
            danger
            title={t('event.lift')}
            consequences={[
              { label: t('confirm.what'), value: name },
              { label: t('confirm.whom'), value: t('lift.whom') },
              { label: t('confirm.lost'), value: t('lift.lost', { count }) },
            ]}
            confirm={t('event.lift')}
            action={actions.lift}
            hidden={{ id: list.id }}
            success={t('lift.done')}
          />
        )
      }
    >
      <div className="flex flex-col gap-5">
        {count > 0 && (
          <DataTable
            caption={title}
            columns={[
              { key: 'name', header: t('field.accountName') },
              { key: 'id', header: t('field.accountId'), kind: 'mono' },
              ...(actions
                ? [{ key: 'actions', header: t('field.actions'), kind: 'actions' as const }]
                : []),
            ]}
            rows={list.buyers.map((buyer) => ({
              id: buyer.id,
              cells: {
                name: buyer.accountName,
                id: buyer.accountId,
                actions: actions && {
                  node: (
                    <ConfirmDialog
                      trigger={t('event.disallow')}
                      size="sm"
                      danger
                      title={t('event.disallow')}
                      consequences={[
                        { label: t('confirm.who'), value: buyer.accountName },
                        { label: t('confirm.what'), value: name },
                        { label: t('confirm.after'), value: t('disallow.after') },
                      ]}
                      confirm={t('event.disallow')}
                      action={actions.disallow}
                      hidden={{ id: buyer.id }}
                      success={t('disallow.done')}
                    />
                  ),
                },
              },
            }))}
          />
        )}
        {actions && (
          <ActionForm
            action={actions.allow}
            hidden={{ restrictionId: list.id }}
            success={t('allow.done')}
            resetOnSuccess
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <Field name="accountName" label={t('field.accountName')} required>
                <TextInput autoComplete="off" />
              </Field>
              <Field
                name="accountId"
                label={t('field.accountId')}
                hint={t('hint.accountId')}
                required
              >
                <TextInput autoComplete="off" />
              </Field>
            </div>
            <div>
              <SubmitButton look="secondary">{t('event.allow')}</SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}
