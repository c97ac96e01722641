import type { ReactNode } from 'react';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog, type Consequence } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { getFormat, getT } from '@/lib/i18n/server';
import { namedNodes } from '@/lib/workflows/appeal/nodes';
import type { AppealDetail } from '@/lib/workflows/appeal/queries';
import { PartAmount } from './part-amount';

type Decision = 'resume' | 'refundPart' | 'refundFull' | 'complete';

/** One way to decide. */
interface Choice {
  event: Decision;
  consequences: Consequence[];
  fields?: ReactNode;
}

/** The four ways an appeal can be decided, each saying what it does, to whom, and with what money. */
export async function DecisionDialogs({
  detail: { row, record, order, line: sold },
  actions,
}: {
  detail: AppealDetail;
  actions: Record<Decision, FormAction>;
}) {
  const [t, words, money, format] = await Promise.all([
    getT('appeal'),
    getT('supervision'),
    getT('refund.money'),
    getFormat(),
  ]);
  const { buyerName: buyer, merchantName: merchant } = row;
  const { amount, voucherAmount, voucherMerchantRatio, feeRate } = sold;
  const paid = format.money(row.paid);
  const line = (label: string, value: string): Consequence => ({
    label: t(`dialog.${label}`),
    value,
  });
  const told = line('parties', t('dialog.resume.parties', { buyer, merchant }));
  const closed = (event: 'refundFull' | 'refundPart') => line('order', t(`dialog.${event}.then`));
  const nodes = namedNodes(record, row.node).filter((node) => node !== row.node);
  const decisions: Choice[] = [
    {
      event: 'resume',
      consequences: [
        line('order', t('dialog.resume.then')),
        line('money', t('dialog.resume.money', { amount: format.money(order.amount) })),
        told,
      ],
      fields: (
        <Field name="node" label={t('field.toNode')} hint={t('dialog.resume.nodeHint')}>
          <Select
            placeholder={t('dialog.resume.same', { node: words(`node.${row.node}`) })}
            options={nodes.map((node) => ({ value: node, label: words(`node.${node}`) }))}
          />
        </Field>
      ),
    },
    {
      event: 'complete',
      consequences: [
        line('order', t('dialog.complete.then')),
        line('money', t('dialog.complete.money', { amount: format.money(order.amount), merchant })),
        told,
      ],
      fields:
        record.deliveryRound === 0 ? (
          <Alert tone="warning">{t('dialog.complete.nothing')}</Alert>
        ) : undefined,
    },
    ...(row.paid > 0n
      ? ([
          {
            event: 'refundPart',
            // Who gets what stands below the amount.
            consequences: [closed('refundPart'), told],
            fields: (
              <Field
                name="amount"
                label={t('field.amount')}
                hint={t('dialog.refundPart.hint', { amount: paid })}
                required
              >
                <PartAmount
                  line={{ amount, voucherAmount, voucherMerchantRatio, feeRate }}
                  words={{
                    buyer: money('buyer'),
                    merchant: money('merchant'),
                    fee: money('fee'),
                    byMerchant: money('byMerchant'),
                    byPlatform: money('byPlatform'),
                  }}
                />
              </Field>
            ),
          },
          {
            event: 'refundFull',
            consequences: [
              closed('refundFull'),
              line('money', t('dialog.refundFull.toBuyer', { amount: paid, buyer })),
              line('money', t('dialog.refundFull.toMerchant', { merchant })),
              told,
            ],
          },
        ] satisfies Choice[])
      : []),
  ];
  return decisions.map(({ event, consequences, fields }) => (
    <ConfirmDialog
      key={event}
      danger={event.startsWith('refund')}
      trigger={t(`dialog.${event}.trigger`)}
      title={t(`dialog.${event}.title`)}
      confirm={t(`dialog.${event}.trigger`)}
      success={t(`dialog.${event}.success`)}
      action={actions[event]}
      hidden={{ id: row.id, version: row.version }}
      consequences={consequences}
    >
      {fields}
      <Field name="reason" label={t('field.decision')} hint={t('dialog.reasonHint')} required>
        <Textarea max={2000} rows={5} />
      </Field>
    </ConfirmDialog>
  ));
}
