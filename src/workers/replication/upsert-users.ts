import type { DatedUserInfo } from '../../domain/entry.ts';
import { takeInRequests } from '../take-in-requests.ts';
import type { Batch, BatchRecord, BatchResult, Worker } from '../worker.ts';

const USERS_A_REQUEST = 25;

/** Takes what fans said of themselves to the User Service; of several messages about one fan in a batch the latest counts. */
export const upsertUsers: Worker<'upsertUsers', Batch<DatedUserInfo>, BatchResult> = async ({ records }, { services, correlationId }) => {
  const latest = new Map<string, BatchRecord<DatedUserInfo>>();
  for (const record of records) {
    const known = latest.get(record.body.globalUserId)?.body.modifiedAt ?? '';
    const { modifiedAt = known } = record.body;
    if (modifiedAt >= known) latest.set(record.body.globalUserId, record);
  }
  const failures = await takeInRequests([...latest.values()], USERS_A_REQUEST, async (chunk) => {
    await services.userService.upsertUsers({ body: { users: chunk.map(({ body }) => body) } }, { correlationId });
    return [];
  });
  return { failures, count: { received: records.length, upserted: latest.size - failures.length, failed: failures.length } };
};
