/** Addresses of databases that a test may use. */

/** The address of the database of this test file, for tests that open connections of their own. */
export function testDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('runs only in unit tests');
  return url;
}
