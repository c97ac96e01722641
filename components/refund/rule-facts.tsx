import { DescriptionList } from '@/components/ui/description-list';
import { getT } from '@/lib/i18n/server';
import type { RefundAnswer } from '@/lib/workflows/order/refund-rule';
import { comesBackWords, routeWords } from './rule-text';

/** What the refund rules say of one order: the route, its conditions, what comes back. */
export async function RuleFacts({ answer }: { answer: RefundAnswer }) {
  const t = await getT('refund');
  const lines = (items: string[]) =>
    items.map((item) => (
      <span key={item} className="block">
        {item}
      </span>
    ));
  return (
    <DescriptionList
      columns={1}
      items={[
        { label: t('rules.route'), value: routeWords(answer, t) },
        {
          label: t('rules.conditions'),
          value: lines(answer.conditions.map((name) => t(`condition.${name}`))),
        },
        ...(answer.comesBack
          ? [
              {
                label: t('rules.comesBack'),
                value: lines(comesBackWords(answer.comesBack, answer.route, t)),
              },
            ]
          : []),
      ]}
    />
  );
}
