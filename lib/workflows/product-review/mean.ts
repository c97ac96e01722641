/** A mean to one decimal place, half up. */
export const meanOf = (sum: number, count: number): number =>
  Math.floor((sum / count) * 10 + 0.5) / 10;
