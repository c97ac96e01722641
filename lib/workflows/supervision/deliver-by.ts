const DAY = 86_400_000;

/** The end of the delivery period that the product page promised, in calendar days (products.md 3.2). */
export const deliverByOf = (from: Date, days: number | null): Date | null =>
  days ? new Date(from.getTime() + days * DAY) : null;
