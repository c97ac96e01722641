import { join } from 'node:path';
import { env } from '../env';
import { folderStorage } from './folder';
import type { Storage } from './port';

let chosen: Promise<Storage> | undefined;

/** The store that the environment names: S3 when a bucket is given, else a folder in DATA_DIR. */
export function storage(): Promise<Storage> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<Storage> {
  const { S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_ENDPOINT, S3_REGION, DATA_DIR } = env();
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) return folderStorage(join(DATA_DIR, 'files'));
  // Only who uses such a store pays for loading its client.
  const { s3Storage } = await import('./s3');
  return s3Storage({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  });
}
