import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SmartLink } from '@/components/ui/smart-link';
import type { Format } from '@/lib/i18n/server';
import type { Obstacle, ObstacleKind } from '@/lib/workflows/merchant-exit/obstacles';

/** Which precondition of onboarding.md 6.1 an obstacle belongs to; 0 is the standing. */
const CONDITIONS: readonly (readonly ObstacleKind[])[] = [
  ['standing'],
  ['products', 'orders', 'refunds', 'appeals'],
  ['payable', 'guarantee'],
  ['uninvoiced'],
  ['fee'],
];

const PAGES: Record<'merchant' | 'ops', Partial<Record<ObstacleKind, string>>> = {
  merchant: {
    standing: '/merchant/standing',
    products: '/merchant/products',
    orders: '/merchant/orders',
    refunds: '/merchant/refunds',
    appeals: '/merchant/appeals',
    payable: '/merchant/payouts',
    guarantee: '/merchant/payouts',
    uninvoiced: '#uninvoiced',
    fee: '/merchant/fee-invoices',
  },
  ops: {
    products: '/ops/products',
    orders: '/ops/orders',
    refunds: '/ops/refunds',
    appeals: '/ops/appeals',
    payable: '/ops/payouts/new?merchantId={merchantId}',
    uninvoiced: '#uninvoiced',
    fee: '/ops/fee-invoices/new?merchantId={merchantId}',
  },
};

/** Kinds whose items have pages of their own. */
const WITH_PAGES: readonly ObstacleKind[] = ['products', 'orders', 'refunds', 'appeals'];

/** The preconditions of leaving, each met or with what is in the way and where it is handled. */
export function Preconditions({
  obstacles,
  portal,
  merchantId,
  format,
}: {
  obstacles: readonly Obstacle[];
  portal: 'merchant' | 'ops';
  merchantId: string;
  format: Format;
}) {
  const t = useTranslations('merchantExit');
  return (
    <ul className="grid gap-4">
      {CONDITIONS.map((kinds, number) => {
        const found = obstacles.filter(({ kind }) => kinds.includes(kind));
        const met = found.length === 0;
        const Icon = met ? CircleCheck : CircleX;
        return (
          <li key={kinds[0]} className="flex gap-3">
            <Icon
              aria-hidden="true"
              className={`mt-0.5 size-5 shrink-0 ${met ? 'text-success' : 'text-danger'}`}
            />
            <div className="min-w-0">
              <p className="font-medium">
                {t(`precondition.${number}`)}{' '}
                <span className="text-[13px] font-normal text-muted">
                  {t(met ? 'met' : 'unmet')}
                </span>
              </p>
              {found.map((obstacle) => (
                <ObstacleLine
                  key={obstacle.kind}
                  obstacle={obstacle}
                  page={PAGES[portal][obstacle.kind]?.replace('{merchantId}', merchantId)}
                  amount={obstacle.amount === undefined ? '' : format.money(obstacle.amount)}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function ObstacleLine({
  obstacle,
  page,
  amount,
}: {
  obstacle: Obstacle;
  page: string | undefined;
  amount: string;
}) {
  const t = useTranslations('merchantExit');
  const { kind, count, items } = obstacle;
  const text = t(`obstacle.${kind}`, { count, amount });
  return (
    <div className="mt-1 text-[13px]">
      {page ? (
        <SmartLink className="link" href={page}>
          {text}
        </SmartLink>
      ) : (
        text
      )}
      {items.length > 0 && (
        <p className="num text-muted">
          {items.map(({ id, label }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              {page && WITH_PAGES.includes(kind) ? (
                <SmartLink className="link" href={`${page}/${id}`}>
                  {label}
                </SmartLink>
              ) : (
                label
              )}
            </span>
          ))}
          {count > items.length && ` ${t('page.more', { count: count - items.length })}`}
        </p>
      )}
    </div>
  );
}
