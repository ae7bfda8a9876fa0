import type { S3Client } from '@aws-sdk/client-s3';
import type { FileStore } from '../../ports/file-store.ts';

/** Stands in until its adapter is here. */
export const createS3FileStore = (_: { readonly client: S3Client; readonly bucket: string }): FileStore => {
  throw new Error('not here yet');
};
