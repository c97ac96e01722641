import { BadgeCheck, Search, ShieldCheck, Truck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

const PROMISES = [
  { key: 'checked', Icon: BadgeCheck },
  { key: 'held', Icon: ShieldCheck },
  { key: 'supervised', Icon: Truck },
] as const;

/** What this marketplace promises, and the way in. */
export function StoreHero() {
  const t = useTranslations('store');
  return (
    <section className="store-hero">
      <div className="store-hero__words">
        <h1>{t('home.title')}</h1>
        <p>{t('home.lead')}</p>
        <form action="/products" method="get" data-soft="">
          <input
            type="search"
            name="q"
            className="input"
            placeholder={t('search.placeholder')}
            aria-label={t('search.placeholder')}
          />
          <Button type="submit" look="secondary">
            <Search aria-hidden="true" />
            {t('search.go')}
          </Button>
        </form>
      </div>
      <ul className="store-hero__promises">
        {PROMISES.map(({ key, Icon }) => (
          <li key={key}>
            <Icon aria-hidden="true" strokeWidth={1.6} />
            <span>
              <strong>{t(`home.promise.${key}.title`)}</strong>
              <span>{t(`home.promise.${key}.text`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
