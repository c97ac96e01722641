/**
 * What search engines read of a product: its name, price and, where there are reviews, what they come to
 * (schema.org). The text is JSON in which no tag can end.
 */
export function ProductData({
  name,
  description,
  priceFrom,
  rating,
}: {
  name: string;
  description: string;
  /** Fen. */
  priceFrom: bigint;
  rating: { overall: number; count: number } | undefined;
}) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    description,
    offers: {
      '@type': 'AggregateOffer',
      priceCurrency: 'CNY',
      lowPrice: `${priceFrom / 100n}.${String(priceFrom % 100n).padStart(2, '0')}`,
    },
    ...(rating
      ? {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: rating.overall,
            reviewCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
        }
      : {}),
  };
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  );
}
