import { chunks } from '../domain/chunks.ts';
import { RegError } from '../errors.ts';
import type { BatchFailure, BatchRecord } from './worker.ts';

/**
 * Takes records to a service, `size` a request. Where a request is refused for good, its records go one by one, so that
 * a single bad one does not take the others to the dead letters. `request` answers those that failed without an error.
 */
export const takeInRequests = async <Body>(
  records: readonly BatchRecord<Body>[],
  size: number,
  request: (records: readonly BatchRecord<Body>[]) => Promise<readonly BatchFailure[]>,
): Promise<readonly BatchFailure[]> => {
  const take = async (chunk: readonly BatchRecord<Body>[]): Promise<readonly BatchFailure[]> => {
    try {
      return await request(chunk);
    } catch (error) {
      if (chunk.length === 1 || !(error instanceof RegError) || error.retryable) return chunk.map(({ id }) => ({ id, error }));
      return takeInRequests(chunk, 1, request);
    }
  };
  return (await Promise.all(chunks(records, size).map(take))).flat();
};
