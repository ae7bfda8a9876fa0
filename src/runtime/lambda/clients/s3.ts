import { S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from './client-options.ts';

let made: S3Client | undefined;

/** The container's one client of S3. `pathStyle`: the bucket goes into the path, as servers other than AWS ask for. */
export const s3Client = ({ pathStyle }: { readonly pathStyle: boolean }): S3Client => {
  made ??= new S3Client({ ...clientOptions, forcePathStyle: pathStyle });
  return made;
};
