import type { Translate } from '@/lib/i18n/translator';
import type { ComesBack } from '@/lib/settings/registry/refund';
import type { RefundAnswer } from '@/lib/workflows/order/refund-rule';

/**
 * What a kind of refund gives back, item by item, for people; words of `refund`. Used value and fee of a negotiated one
 * are what the two sides agree on.
 */
export function comesBackWords(
  back: ComesBack,
  route: RefundAnswer['route'],
  t: Translate,
): string[] {
  const item = (name: string, what: string) =>
    t('rules.item', { name: t(`rules.${name}`), what: t(what) });
  const deductions = [
    item('used', back.usedDeducted ? 'rules.deducted' : 'rules.notDeducted'),
    item('fee', back.handlingFee ? 'rules.charged' : 'rules.notCharged'),
  ];
  return [
    ...(route === 'negotiated' ? [t('rules.agreedInAmount')] : deductions),
    item('voucher', back.voucher ? 'rules.returned' : 'rules.notReturned'),
    item('cashCoupon', back.cashCoupon === 'returned' ? 'rules.returned' : 'rules.partly'),
    item('discountCoupon', back.discountCoupon ? 'rules.returned' : 'rules.notReturned'),
  ];
}

/** How a purchase is refunded, in one sentence. */
export const routeWords = ({ route }: Pick<RefundAnswer, 'route'>, t: Translate): string =>
  t('section.rule', { route: t(`route.${route}`), help: t(`routeHelp.${route}`) });
