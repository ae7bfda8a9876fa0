import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { RegError } from '../../errors.ts';
import type { Pause } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

export interface S3Object extends Pause {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

interface Range {
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
  /** Bytes of the whole object. */
  readonly size: number;
}

const RANGE_BYTES = 8 * 1024 * 1024;
const ATTEMPTS = 4;

/**
 * An object's bytes, 8 MiB a request: a slow reader holds no connection open, and where one breaks, a range is asked for
 * again and not the whole. The next is fetched while one is worked on. Throws `FILE_MISSING`, and `CONFLICT` where the
 * object is replaced meanwhile.
 */
export async function* readRanges(object: S3Object): AsyncGenerator<Uint8Array> {
  let range: Range | null = await readRange(object, 0, undefined);
  for (let start = 0; range !== null; ) {
    start += range.bytes.length;
    const next: Promise<Range | null> = start < range.size ? readRange(object, start, range.etag) : Promise.resolve(null);
    // It is awaited after the reader is done with this one; until then its failure has somebody who knows of it.
    next.catch(() => undefined);
    yield range.bytes;
    range = await next;
  }
}

/** Null where there is nothing at `start`: an empty object has no first byte. */
const readRange = async (object: S3Object, start: number, etag: string | undefined): Promise<Range | null> => {
  const { client, bucket, key, clock, random } = object;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const {
        Body,
        ContentRange = '',
        ETag,
      } = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          Range: `bytes=${start}-${start + RANGE_BYTES - 1}`,
          ...(etag === undefined ? {} : { IfMatch: etag }),
        }),
      );
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array(0);
      return { bytes, etag: ETag, size: Number(ContentRange.slice(ContentRange.indexOf('/') + 1)) };
    } catch (error) {
      if (error instanceof NoSuchKey) throw new RegError('FILE_MISSING', `There is no file ${key} in the bucket ${bucket}.`, { detail: { key } });
      const name = error instanceof Error ? error.name : '';
      if (name === 'InvalidRange') return null;
      if (name === 'PreconditionFailed') throw new RegError('CONFLICT', `The file ${key} was replaced while it was read. Try again.`);
      if (attempt === ATTEMPTS) throw storageFailure('S3', error);
      await clock.sleep(random.fraction() * 100 * 2 ** attempt);
    }
  }
};
