import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Stars } from '@/components/product-review/stars';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { RichTextView } from '@/components/ui/rich-text-view';
import { linksOverLeaving } from '@/lib/outbound';
import { Breadcrumb } from './breadcrumb';
import { MerchantCard } from './merchant-card';
import { PictureGallery } from './picture-gallery';
import { PriceTable } from './price-table';
import type { ProductView } from './product-view';
import { SpecPrices } from './spec-prices';

/**
 * A product as customers see it. The same component shows the shelf and the merchant's preview; `purchase` is the
 * box to buy with; a preview of what cannot be bought yet shows all prices instead.
 */
export function ProductPage({
  product,
  purchase,
  offers,
  rating,
  reviews,
  children,
}: {
  product: ProductView;
  purchase?: ReactNode;
  /** Vouchers to claim, with the id `vouchers`. */
  offers?: ReactNode;
  /** What its reviews come to, for the line under the name. */
  rating?: { overall: number; count: number } | undefined;
  /** The section of reviews. */
  reviews?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('product.page');
  const words = useTranslations('productReview.store');
  const file = (id: string, label: string) => (
    <a className="link" href={`/api/files/${id}`}>
      {label}
    </a>
  );
  const sections = [
    ...(offers ? ['vouchers'] : []),
    ...(product.highlights.length > 0 ? ['highlights'] : []),
    'description',
    ...(purchase && product.specs.length > 0 ? ['prices'] : []),
    ...(product.cases.length > 0 ? ['cases'] : []),
    ...(reviews ? ['reviews'] : []),
    ...(children ? ['questions'] : []),
  ].map((id) => ({ id, name: t(id) }));
  return (
    <article className="product">
      <Breadcrumb product={product} />
      <div className="product__top">
        <PictureGallery fileIds={product.pictureFileIds} name={product.name} />
        <div className="min-w-0">
          <h1 className="text-[22px] leading-8 font-semibold">{product.name}</h1>
          <p className="mt-1 text-muted">{product.summary}</p>
          {rating && (
            <p className="mt-1">
              <a className="inline-flex items-center gap-2" href="#reviews">
                <Stars value={rating.overall} />
                <span className="num font-medium">{rating.overall.toFixed(1)}</span>
                <span className="link num">{words('count', { count: rating.count })}</span>
              </a>
            </p>
          )}
          <p className="mt-2 flex flex-wrap gap-1.5">
            <Badge plain>{product.productVersion}</Badge>
            <Badge plain>{t('manualService')}</Badge>
            <Badge plain>{t('deliveryDays', { count: product.deliveryPeriodDays })}</Badge>
            {product.tags.map((tag) => (
              <Badge key={tag} plain>
                {tag}
              </Badge>
            ))}
          </p>
          <div className="mt-4">{purchase}</div>
        </div>
      </div>
      <div className="detail detail--sided mt-5">
        <div className="detail__main">
          <nav className="product__sections" aria-label={t('sections')}>
            {sections.map(({ id, name }) => (
              <a key={id} href={`#${id}`}>
                {name}
              </a>
            ))}
          </nav>
          {offers}
          {!purchase && (
            <Section title={t('prices')}>
              <SpecPrices specs={product.specs} />
            </Section>
          )}
          {product.highlights.length > 0 && (
            <Section id="highlights" title={t('highlights')}>
              <ul className="list-disc ps-5">
                {product.highlights.map((highlight) => (
                  <li key={highlight}>{highlight}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="description" title={t('description')}>
            <RichTextView html={linksOverLeaving(product.description)} />
          </Section>
          {purchase && product.specs.length > 0 && (
            <Section id="prices" title={t('prices')} flush>
              <PriceTable specs={product.specs} />
            </Section>
          )}
          {product.cases.length > 0 && (
            <Section id="cases" title={t('cases')}>
              <div className="flex flex-col gap-4">
                {product.cases.map((item) => (
                  <div key={item.title}>
                    <h3 className="font-medium">{item.title}</h3>
                    <p className="mt-1 whitespace-pre-line">{item.background}</p>
                    <p className="mt-1 whitespace-pre-line text-muted">{item.improvement}</p>
                  </div>
                ))}
              </div>
            </Section>
          )}
          {reviews}
          {children && <div id="questions">{children}</div>}
        </div>
        <aside className="detail__side">
          <MerchantCard merchant={product.merchant} />
          <Section title={t('support')}>
            <div className="product__support">
              {product.support.map((group) => (
                <DescriptionList
                  key={`${group.content} ${group.phone}`}
                  columns={1}
                  items={[
                    { label: t('supportContent'), value: group.content },
                    { label: t('supportHours'), value: group.hours },
                    { label: t('supportPhone'), value: group.phone },
                    { label: t('supportMailbox'), value: group.mailbox },
                  ]}
                />
              ))}
            </div>
          </Section>
          <Section title={t('documents')}>
            <ul className="flex flex-col gap-2">
              {product.agreementFileId && <li>{file(product.agreementFileId, t('agreement'))}</li>}
              {product.guideFileId && <li>{file(product.guideFileId, t('guide'))}</li>}
              {product.requirementTemplateFileId && (
                <li>{file(product.requirementTemplateFileId, t('requirementTemplate'))}</li>
              )}
              {product.deliveryTemplateFileId && (
                <li>{file(product.deliveryTemplateFileId, t('deliveryTemplate'))}</li>
              )}
            </ul>
          </Section>
        </aside>
      </div>
    </article>
  );
}
