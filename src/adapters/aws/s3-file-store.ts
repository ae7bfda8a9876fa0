import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Clock } from '../../ports/clock.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Random } from '../../ports/random.ts';
import { checkedFileKey } from '../file/file-key.ts';
import { readRanges } from './s3-ranges.ts';
import { storageFailure } from './storage-failure.ts';

export interface S3FileStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** An upload has at most 10,000 parts (Amazon S3 user guide, "Multipart upload limits"): 80 GB. Three parts are in memory at a time. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
/** What a reader gets at once. */
const CHUNK_BYTES = 65_536;

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv; charset=utf-8', json: 'application/json' };

/**
 * Files in a bucket, by key. S3 shows an object when the whole of it has arrived; an upload that breaks is dropped.
 * Text is UTF-8. `INPUT_INVALID` for a key that no folder could have.
 */
export const createS3FileStore = ({ client, bucket, clock, random }: S3FileStoreOptions): FileStore => ({
  write: async (key, chunks) => {
    const source = encoded(chunks);
    const upload = new Upload({
      client,
      params: {
        Bucket: bucket,
        Key: checkedFileKey(key),
        Body: Readable.from(source.bytes()),
        ContentType: TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8',
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
    });
    try {
      await upload.done();
    } catch (error) {
      throw source.broken() ? source.error() : storageFailure('S3', error);
    }
  },
  read: async function* (key) {
    // With `stream`, a character that goes on in the next range is kept for it.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const range of readRanges({ client, bucket, key: checkedFileKey(key), clock, random })) {
      for (let start = 0; start < range.length; start += CHUNK_BYTES) {
        const text = decoder.decode(range.subarray(start, start + CHUNK_BYTES), { stream: true });
        if (text !== '') yield text;
        await nextTurn();
      }
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  },
  exists: async (key) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: checkedFileKey(key) }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw storageFailure('S3', error);
    }
  },
});

/** Chunks as bytes; what their source threw is known afterwards, so that it is not taken for a failure of S3. */
const encoded = (chunks: AsyncIterable<string> | Iterable<string>) => {
  let thrown: { readonly error: unknown } | null = null;
  return {
    broken: (): boolean => thrown !== null,
    error: (): unknown => thrown?.error,
    bytes: async function* (): AsyncGenerator<Buffer> {
      try {
        for await (const chunk of chunks) if (chunk !== '') yield Buffer.from(chunk, 'utf8');
      } catch (error) {
        thrown = { error };
        throw error;
      }
    },
  };
};
