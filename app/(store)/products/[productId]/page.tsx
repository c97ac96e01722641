import { notFound } from 'next/navigation';
import { after } from 'next/server';
import { storeReviews } from '@/app/product-review/store-view';
import { ProductData } from '@/components/product/product-data';
import { ProductPage } from '@/components/product/product-page';
import { PurchaseBox } from '@/components/product/purchase-box';
import { supportView } from '@/components/product/support-view';
import { ReviewSection } from '@/components/product-review/review-section';
import { QuestionSection } from '@/components/question/question-section';
import { OfferSection } from '@/components/voucher/offer-section';
import { accountOf } from '@/lib/auth/actor';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { countView } from '@/lib/records/product-view/commands';
import { listSupportGroupsOf } from '@/lib/records/support-group/queries';
import { getStoreProduct } from '@/lib/workflows/product/queries';
import {
  listOwnQuestions,
  listProductQuestions,
  questionLength,
} from '@/lib/workflows/question/queries';
import { listOffers } from '@/lib/workflows/voucher/offer-queries';
import { ask, claim } from './actions';
import { purchaseWords, storeView } from './view';

interface Props {
  params: Promise<{ productId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props) {
  const actor = await visitor();
  const found = await getStoreProduct(actor, (await params).productId);
  if (!found) return {};
  const { name, content, publicSale } = found.product;
  return {
    title: content.seo.title || name,
    description: content.seo.description || content.summary,
    keywords: content.seo.keywords,
    ...(publicSale ? {} : { robots: { index: false, follow: false } }),
  };
}

export default async function StoreProductPage({ params, searchParams }: Props) {
  const actor = await visitor();
  const { productId } = await params;
  const { spec, sku } = await listParams(searchParams);
  const found = await getStoreProduct(actor, productId, spec ? { specId: spec } : {});
  if (!found) notFound();
  const { product } = found;
  const [
    t,
    locale,
    format,
    support,
    answered,
    own,
    words,
    offers,
    voucherWords,
    opinion,
    maxLength,
  ] = await Promise.all([
    getT('question'),
    currentLocale(),
    getFormat(),
    listSupportGroupsOf(actor, product.merchantId, product.content.supportGroupIds),
    listProductQuestions(actor, productId),
    listOwnQuestions(actor, productId),
    purchaseWords(),
    listOffers(actor, productId),
    getT('voucher'),
    storeReviews(actor, productId, { size: 5 }),
    questionLength(actor),
  ]);
  after(() => countView(actor, { id: product.id, merchantId: product.merchantId }));
  const view = storeView(found, supportView(support, locale), locale);
  return (
    <>
      {product.publicSale && (
        <ProductData
          name={product.name}
          description={product.content.summary}
          priceFrom={product.fromPrice}
          rating={opinion.rating}
        />
      )}
      <ProductPage
        product={view}
        offers={
          offers.length > 0 && (
            <OfferSection
              productId={product.id}
              offers={offers}
              signedIn={accountOf(actor) !== undefined}
              action={claim}
              t={voucherWords}
              format={format}
            />
          )
        }
        rating={opinion.rating}
        reviews={<ReviewSection productId={product.id} {...opinion} />}
        purchase={
          <PurchaseBox
            specs={view.specs}
            action="/buyer/checkout"
            words={words}
            {...(sku ? { initialSku: sku } : {})}
          />
        }
      >
        <QuestionSection
          productId={product.id}
          signedIn={accountOf(actor) !== undefined}
          action={ask}
          answered={answered.map((item) => ({
            id: item.id,
            by: item.askedBy,
            at: format.date(item.createdAt),
            text: item.text,
            answer: item.answer ?? '',
            answeredAt: format.date(item.answeredAt),
          }))}
          maxLength={maxLength}
          waiting={own.map(({ id, text }) => ({ id, text }))}
          title={t('store.title')}
        />
      </ProductPage>
    </>
  );
}
