import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { getFormat, getT } from '@/lib/i18n/server';
import type { AppealDetail } from '@/lib/workflows/appeal/queries';

/** What a party may do: answer when it was asked, let go of its own appeal, look at the record. */
export async function PartyActions({
  detail: { row },
  portal,
  may,
  withdraw,
}: {
  detail: AppealDetail;
  portal: 'buyer' | 'merchant';
  /** Events that the reader may fire. */
  may: readonly string[];
  withdraw: FormAction;
}) {
  const [t, words, format] = await Promise.all([getT('appeal'), getT('supervision'), getFormat()]);
  const node = words(`node.${row.node}`);
  return (
    <>
      <ButtonLink href={`/${portal}/supervision/${row.supervisionId}`}>
        {t('detail.toRecord')}
      </ButtonLink>
      {may.includes('withdraw') && row.openedBy === portal && (
        <ConfirmDialog
          danger
          trigger={t('dialog.withdraw.trigger')}
          title={t('dialog.withdraw.title')}
          intro={t('dialog.withdraw.intro')}
          confirm={t('dialog.withdraw.trigger')}
          success={t('dialog.withdraw.success')}
          action={withdraw}
          hidden={{ id: row.id, version: row.version }}
          consequences={[
            { label: t('dialog.then'), value: t('dialog.withdraw.then', { node }) },
            {
              label: t('dialog.money'),
              value: t('dialog.open.money', { amount: format.money(row.paid) }),
            },
          ]}
        />
      )}
      {may.includes(portal === 'buyer' ? 'answerAsBuyer' : 'answerAsMerchant') && (
        <ButtonLink look="primary" href={`/${portal}/appeals/${row.id}/answer`}>
          {t('form.answerTitle')}
        </ButtonLink>
      )}
    </>
  );
}
