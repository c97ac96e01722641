import { notFound } from 'next/navigation';
import { DomainError } from '@/lib/errors';

/** What a query answers; what is not there, or not the reader's, becomes the page that says so. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound();
    throw error;
  }
}
