import type { SQL } from 'drizzle-orm';
import { getDatabase } from '@/db/client';

/** What is found while a run is judged. */
export class Case {
  readonly wrong: string[] = [];
  readonly figures: Record<string, number> = {};

  /** Answers rows as the owner of the database sees them. */
  rows<T extends Record<string, unknown>>(query: SQL): Promise<T[]> {
    return getDatabase().execute<T>(query) as unknown as Promise<T[]>;
  }

  /** Complains of the rows that there should not be. */
  async expectNone(what: string, query: SQL): Promise<void> {
    const found = await this.rows(query);
    if (found.length > 0)
      this.wrong.push(`${what}: ${found.length}, first ${JSON.stringify(found[0])}`);
  }

  /** Sets a figure to the one number that a query answers. */
  async count(figure: string, query: SQL): Promise<void> {
    const [row] = await this.rows<{ n: number }>(query);
    this.figures[figure] = Number(row?.n ?? 0);
  }
}
