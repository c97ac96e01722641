import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { NotStored, type Storage } from './port';

export interface S3Options {
  /** Address of a store that is not Amazon's. */
  endpoint?: string;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
}

/**
 * Keeps files in an S3-compatible store. Path-style addresses, and checksums only where a command demands them:
 * many stores know no others. Conditional writes are left alone, since some stores refuse or ignore them; keys made
 * of the content's hash need none.
 */
export function s3Storage({ endpoint, region, bucket, accessKey, secretKey }: S3Options): Storage {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });
  const at = (key: string) => ({ Bucket: bucket, Key: key });
  return {
    async put(key, body, size) {
      // The client itself does not notice when the stream it sends breaks off.
      const cut = new AbortController();
      body.once('error', (error) => cut.abort(error));
      const command = new PutObjectCommand({ ...at(key), Body: body, ContentLength: size });
      await client.send(command, { abortSignal: cut.signal });
    },
    async get(key, range) {
      const bytes = range ? `bytes=${range.start}-${range.end}` : undefined;
      try {
        const found = await client.send(new GetObjectCommand({ ...at(key), Range: bytes }));
        if (!(found.Body instanceof Readable)) throw new Error('the store answered without a body');
        return found.Body;
      } catch (error) {
        if (isMissing(error)) throw new NotStored(key);
        throw error;
      }
    },
    async stat(key) {
      try {
        const found = await client.send(new HeadObjectCommand(at(key)));
        return { size: found.ContentLength ?? 0 };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    async *list() {
      for (let next: string | undefined, more = true; more; more = next !== undefined) {
        const command = new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: next });
        const page = await client.send(command);
        for (const { Key: key, LastModified: at } of page.Contents ?? [])
          if (key && at) yield { key, at };
        next = page.NextContinuationToken;
      }
    },
  };
}

/** Stores name a missing key in different ways; all say 404. */
function isMissing(error: unknown): boolean {
  if (error instanceof NoSuchKey || error instanceof NotFound) return true;
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;
}
