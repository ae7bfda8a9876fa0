import { RegError } from '../../errors.ts';

/**
 * What a failed request of the SDK becomes: `STORAGE_FAILED`, which may be tried again. It names the SDK's error and not
 * its text, which may quote the values of an item. Errors of our own pass as they are.
 */
export const storageFailure = (error: unknown, storage: string): RegError => {
  if (error instanceof RegError) return error;
  return new RegError('STORAGE_FAILED', `${storage} failed: ${error instanceof Error ? error.name : 'unknown error'}.`);
};
