import { createS3FileStore } from '../../../adapters/aws/s3-file-store.ts';
import type { FileStore } from '../../../ports/file-store.ts';
import { s3Client } from '../clients/s3.ts';
import type { Make } from '../cloud.ts';

/** Published files. */
export const files: Make<FileStore> = ({ config, clock, random }) =>
  createS3FileStore({ client: s3Client({ pathStyle: config.pathStyle }), bucket: config.resources.filesBucket(), clock, random });
