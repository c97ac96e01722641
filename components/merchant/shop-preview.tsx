'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { MerchantCard } from '@/components/product/merchant-card';
import { pictureAddress } from '@/components/ui/upload';

interface Shown {
  logo: string;
  introduction: string;
  website: string;
  servicePhone: string;
  serviceEmail: string;
}

const read = (form: HTMLFormElement): Shown => {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    logo: text('logoFileId'),
    introduction: text('introduction'),
    website: text('website'),
    servicePhone: text('servicePhone'),
    serviceEmail: text('serviceEmail'),
  };
};

/** The logo in its box and the shop card as customers will see them, while the form is being filled in. */
export function ShopPreview({
  form: selector,
  name,
  initial,
}: {
  /** Selector of the form that is followed. */
  form: string;
  name: string;
  initial: Shown;
}) {
  const t = useTranslations('merchant.preview');
  const [shown, setShown] = useState(initial);
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>(selector);
    if (!form) return;
    const follow = () => setShown(read(form));
    follow();
    form.addEventListener('input', follow);
    return () => form.removeEventListener('input', follow);
  }, [selector]);
  const website = /^https?:\/\/./i.test(shown.website.trim()) ? shown.website.trim() : undefined;
  return (
    <div className="grid gap-3">
      <div>
        <p className="field__hint mb-1">{t('logo')}</p>
        <div className="flex h-[70px] w-[168px] items-center justify-center overflow-hidden rounded-md border border-border bg-surface">
          {shown.logo ? (
            // biome-ignore lint/performance/noImgElement: files pass their own authorization check
            <img
              src={pictureAddress(shown.logo, 'display')}
              alt={t('logoAlt', { name })}
              className="max-h-full max-w-full object-contain"
            />
          ) : (
            <span className="text-[13px] text-muted">{t('noLogo')}</span>
          )}
        </div>
      </div>
      <div>
        <p className="field__hint mb-1">{t('card')}</p>
        <MerchantCard
          merchant={{
            name,
            introduction: shown.introduction || t('noIntroduction'),
            logoFileId: shown.logo,
            servicePhone: shown.servicePhone || '–',
            serviceEmail: shown.serviceEmail || '–',
            ...(website ? { website } : {}),
          }}
        />
      </div>
    </div>
  );
}
