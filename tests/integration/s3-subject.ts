import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { serverUrl } from './server-url.ts';

export interface S3Subject {
  readonly client: S3Client;
  /** Fresh and empty. */
  readonly bucket: string;
}

/** A new bucket on MiniStack for one subject of a contract. */
export const createS3Subject = async (): Promise<S3Subject> => {
  const client = new S3Client({
    endpoint: serverUrl('ministack'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
  });
  const bucket = `files-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return { client, bucket };
};
