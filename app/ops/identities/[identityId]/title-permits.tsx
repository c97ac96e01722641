import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { getFormat, getT } from '@/lib/i18n/server';
import { listInvoiceTitlePermits } from '@/lib/records/invoice-title-permit/queries';
import { permitTitle, removeTitlePermit } from '../actions';

/** Titles that a company may have on invoices besides its verified name, and the way to allow one (money.md 2.3). */
export async function TitlePermits({ actor, accountId }: { actor: Actor; accountId: string }) {
  const [t, format, permits] = await Promise.all([
    getT('invoiceTitlePermit'),
    getFormat(),
    listInvoiceTitlePermits(actor, accountId),
  ]);
  const mayPermit = can(actor, 'invoiceTitle.permit');
  return (
    <Section
      title={t('page.section')}
      description={t('page.hint')}
      flush
      actions={
        mayPermit && (
          <ConfirmDialog
            trigger={t('event.permit')}
            size="sm"
            title={t('event.permit')}
            confirm={t('event.permit')}
            intro={t('page.intro')}
            action={permitTitle}
            hidden={{ accountId }}
            success={t('page.permitted')}
          >
            <Field name="title" label={t('field.title')} hint={t('page.titleHint')} required>
              <TextInput max={100} autoComplete="off" />
            </Field>
            <Field name="reason" label={t('field.reason')} hint={t('page.reasonHint')} required>
              <Textarea rows={3} max={500} />
            </Field>
          </ConfirmDialog>
        )
      }
    >
      <DataTable
        caption={t('page.section')}
        columns={[
          { key: 'title', header: t('field.title'), wrap: true },
          { key: 'reason', header: t('field.reason'), wrap: true },
          { key: 'by', header: t('field.createdBy') },
          { key: 'at', header: t('field.createdAt'), kind: 'date' },
          ...(mayPermit ? [{ key: 'actions', header: '', kind: 'actions' as const }] : []),
        ]}
        rows={permits.map(({ id, title, reason, by, createdAt }) => ({
          id,
          cells: {
            title,
            reason,
            by,
            at: format.dateTime(createdAt),
            ...(mayPermit
              ? {
                  actions: {
                    node: (
                      <ConfirmDialog
                        trigger={t('event.remove')}
                        size="sm"
                        look="ghost"
                        title={t('event.remove')}
                        confirm={t('event.remove')}
                        danger
                        intro={t('page.removeIntro', { title })}
                        action={removeTitlePermit}
                        hidden={{ id }}
                        success={t('page.removed')}
                      />
                    ),
                  },
                }
              : {}),
          },
        }))}
        empty={<p className="px-4 py-3 text-muted">{t('page.none')}</p>}
      />
    </Section>
  );
}
