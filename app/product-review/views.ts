import { listEvidence } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import type { Portal } from '@/lib/auth/viewer';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { productReviewFilters } from '@/lib/workflows/product-review/filters';
import { productReview } from '@/lib/workflows/product-review/machine';
import {
  countReviews,
  getReview,
  listReviewedProducts,
  listReviews,
} from '@/lib/workflows/product-review/queries';
import { countReviewables } from '@/lib/workflows/product-review/reviewable-queries';

const PATHS = {
  buyer: '/buyer/reviews',
  merchant: '/merchant/reviews',
  ops: '/ops/product-reviews',
};

/** The views of the customer's reviews: what waits to be written, and what was. */
export async function buyerTabs(actor: Actor) {
  const [t, format, waiting] = await Promise.all([
    getT('productReview.list'),
    getFormat(),
    countReviewables(actor),
  ]);
  return [
    {
      key: 'waiting',
      label: t('waiting'),
      href: '/buyer/reviews/waiting',
      count: format.count(waiting),
    },
    { key: 'mine', label: t('mine'), href: PATHS.buyer },
  ];
}

async function tabsOf(actor: Actor, portal: Portal) {
  if (portal === 'buyer') return buyerTabs(actor);
  const path = PATHS[portal];
  const [t, format, negotiating] = await Promise.all([
    getT('productReview'),
    getFormat(),
    countReviews(actor, { state: 'negotiating' }),
  ]);
  return [
    { key: 'all', label: t('list.all'), href: path },
    {
      key: 'negotiating',
      label: t('list.negotiating'),
      href: `${path}?state=negotiating`,
      count: format.count(negotiating, negotiating >= COUNT_CAP),
    },
    portal === 'merchant'
      ? {
          key: 'unanswered',
          label: t('list.unanswered'),
          href: `${path}?state=published&answered=no`,
        }
      : { key: 'hidden', label: t('state.hidden'), href: `${path}?state=hidden` },
  ];
}

/** What a list of reviews shows, whichever the portal. */
export async function reviewListView(actor: Actor, portal: Portal, searchParams: SearchParams) {
  const values = await listParams(searchParams);
  const filters = productReviewFilters.parse(values);
  const path = PATHS[portal];
  const [t, all, format, page, count, products, tabs, { now }] = await Promise.all([
    getT('productReview'),
    getT(),
    getFormat(),
    listReviews(actor, filters, values.after),
    countReviews(actor, filters),
    portal === 'merchant' ? listReviewedProducts(actor) : [],
    tabsOf(actor, portal),
    readClock(actor),
  ]);
  const unanswered = filters.state === 'published' && filters.answered === 'no';
  const tab = unanswered ? 'unanswered' : (filters.state ?? 'all');
  return {
    portal,
    path,
    t,
    all,
    format,
    values,
    filters,
    rows: page.rows,
    products,
    total: format.count(count, count >= COUNT_CAP),
    tabs,
    tab: portal === 'buyer' ? 'mine' : tab,
    links: pageLinks(path, values, page.next),
    exportHref: exportHref(`${portal}-reviews`, values),
    now,
  };
}

/** What a review's page shows, whichever the portal; nothing for strangers. */
export async function reviewDetailView(actor: Actor, portal: Portal, reviewId: string) {
  const detail = await getReview(actor, reviewId);
  if (!detail) return undefined;
  const [t, locale, format, log] = await Promise.all([
    getT('productReview'),
    currentLocale(),
    getFormat(),
    listEvidence(actor, 'productReview', reviewId),
  ]);
  const { review, closed, now } = detail;
  const events = allowedEvents(productReview, review, actor).filter(
    (event) => !closed.includes(event),
  );
  return {
    portal,
    path: PATHS[portal],
    detail,
    t,
    locale,
    format,
    log,
    events,
    next: whoIsNext(productReview, review, now),
  };
}
