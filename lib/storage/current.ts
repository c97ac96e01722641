import { join } from 'node:path';
import { env } from '../env';
import { folderStorage } from './folder';
import type { Storage } from './port';
import { s3Storage } from './s3';

let chosen: Storage | undefined;

/** The store that the environment names: S3 when a bucket is given, else a folder in DATA_DIR. */
export function storage(): Storage {
  chosen ??= choose();
  return chosen;
}

function choose(): Storage {
  const { S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_ENDPOINT, S3_REGION, DATA_DIR } = env();
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) return folderStorage(join(DATA_DIR, 'files'));
  return s3Storage({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  });
}
