import { expect, test } from 'vitest';
import type { UserInfo } from '../../../src/domain/entry.ts';
import { RegError } from '../../../src/errors.ts';
import { upsertUsers } from '../../../src/workers/replication/upsert-users.ts';
import { workerContext } from '../../support/worker-context.ts';

const user = (globalUserId: string, email = `${globalUserId}@example.org`): UserInfo => ({ globalUserId, email, firstName: 'A', lastName: 'B', locale: 'en' });
const batch = (users: readonly UserInfo[]) => ({ records: users.map((body, index) => ({ id: `m${index}`, body, correlationId: 'c' })) });

const service = (refuse: (users: readonly UserInfo[]) => RegError | null = () => null) => {
  const requests: (readonly UserInfo[])[] = [];
  const upsert = async ({ body }: { body: { users: readonly UserInfo[] } }) => {
    requests.push(body.users);
    const error = refuse(body.users);
    if (error !== null) throw error;
    return { upserted: body.users.length };
  };
  return { requests, context: workerContext<'upsertUsers'>({ userService: { upsertUsers: upsert }, queues: {}, topics: {}, workers: {} }) };
};

test('takes 25 at a time, and of two messages about one fan the later', async () => {
  const { requests, context } = service();
  const users = Array.from({ length: 30 }, (_, index) => user(`fan-${index}`));
  const { failures, count } = await upsertUsers(batch([...users, user('fan-0', 'new@example.org')]), context);
  expect(requests.map((request) => request.length)).toEqual([25, 5]);
  expect(requests.flat().find(({ globalUserId }) => globalUserId === 'fan-0')?.email).toBe('new@example.org');
  expect(failures).toEqual([]);
  expect(count).toEqual({ received: 31, upserted: 30, failed: 0 });
});

test('of two messages about one fan that come in the wrong order it takes the one that was said later', async () => {
  const { requests, context } = service();
  const said = (email: string, second: number) => ({ ...user('fan-0', email), modifiedAt: `2027-02-01T10:00:0${second}.000Z` });
  await upsertUsers(batch([said('new@example.org', 2), said('old@example.org', 1)]), context);
  expect(requests).toEqual([[said('new@example.org', 2)]]);
});

test('one user who is refused does not take the others along', async () => {
  const refused = new RegError('SERVICE_REFUSED', 'a field is wrong');
  const { context } = service((users) => (users.some(({ globalUserId }) => globalUserId === 'bad') ? refused : null));
  const { failures } = await upsertUsers(batch([user('a'), user('bad'), user('b')]), context);
  expect(failures).toEqual([{ id: 'm1', error: refused }]);
});

test('when the service is down the whole request is tried again, not each user by itself', async () => {
  const { requests, context } = service(() => new RegError('SERVICE_UNAVAILABLE', 'down'));
  const { failures } = await upsertUsers(batch([user('a'), user('b')]), context);
  expect(failures.map(({ id }) => id)).toEqual(['m0', 'm1']);
  expect(requests).toHaveLength(1);
});
