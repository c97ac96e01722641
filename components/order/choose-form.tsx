import { Button } from '@/components/ui/button';
import type { Translate } from '@/lib/i18n/translator';

/** Takes the ticked orders to the page that asks before it cancels them; needs no script. */
export function ChooseForm({ t, most }: { t: Translate; most: number }) {
  return (
    <form
      id="choose"
      action="/buyer/orders/cancel"
      method="get"
      className="flex flex-wrap items-center justify-end gap-3 py-3"
    >
      <span className="text-[13px] text-muted">{t('list.cancelHelp', { most })}</span>
      <Button type="submit" look="danger-soft">
        {t('list.cancelChosen')}
      </Button>
    </form>
  );
}
