import { RegError } from '../../errors.ts';

/**
 * What a failed call of the SDK is to everybody else: `STORAGE_FAILED`, which is retryable. The SDK's own error stays
 * out of it, as it may hold the item.
 */
export const storageFailure = (call: string, error: unknown): RegError => {
  if (error instanceof RegError) return error;
  const name = error instanceof Error ? error.name : 'unknown error';
  return new RegError('STORAGE_FAILED', `${call} failed with ${name}. If it goes on, look at the table's alarms and at the rights of the caller.`, {
    detail: { call, error: name },
  });
};
