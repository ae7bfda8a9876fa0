import { describe, expect, test } from 'vitest';
import { createMongoEntryStore } from '../../src/adapters/mongo/mongo-entry-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { RegError } from '../../src/errors.ts';
import { replicaOf } from '../support/replica-world.ts';
import { replicaWrite } from '../support/replica-write.ts';
import { atEachCut, createMongoInFront, createPausedMongo, type Passing, type PassingCommand } from './mongo-in-front.ts';
import { createMongoSubject, type MongoSubject } from './mongo-subject.ts';

const random = createSystemRandom(createSystemClock());
const storeOf = ({ mongo }: Pick<MongoSubject, 'mongo'>) => createMongoEntryStore({ mongo, random });
const ones = (list: readonly unknown[]) => list.map(() => 1);
const batchOf = (campaignId: string, from: number, count = 25) =>
  Array.from({ length: count }, (_, n) => replicaWrite({ campaignId, globalUserId: `fan-${from + n}`, rankedMarkets: [`${campaignId}-london`] }));
const won = (campaignId: string, position: number) => ({ drawId: 'd', position, marketId: `${campaignId}-london`, waitlist: [] });
/** Whatever comes of a call in a process that may end; what failed says so and no more. */
const attempt = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    expect(error).toMatchObject({ code: 'STORAGE_FAILED' });
  }
};
const everything = async ({ mongo }: MongoSubject, collections: readonly string[]): Promise<string> => {
  const found = await Promise.all(collections.map((name) => mongo.run('find', (database) => database.collection(name).find().toArray())));
  return JSON.stringify(found);
};

describe('entries on MongoDB', { timeout: 300_000 }, () => {
  test('25 new entries are three commands once their campaign is known, and the counts of a campaign are one', async () => {
    const subject = await createMongoSubject();
    const names: string[] = [];
    const front = await createMongoInFront(subject, ({ name }) => {
      names.push(name);
      return 'answered';
    });
    const store = createMongoEntryStore({ mongo: front.mongo, random: { ...random, fraction: () => 0 } });
    await store.upsert(batchOf('a', 0), ones(batchOf('a', 0)));
    names.length = 0;
    await store.upsert(batchOf('a', 25), ones(batchOf('a', 25)));
    expect(names).toEqual(['update', 'findAndModify', 'update']);
    names.length = 0;
    expect((await store.count('a')).entries).toBe(50);
    expect(names).toEqual(['find']);
    await front.close();
  });

  test('an edit that changes no count is a read and a write', async () => {
    const subject = await createMongoSubject();
    await storeOf(subject).upsert(batchOf('a', 0, 3), [1, 1, 1]);
    const front = await createMongoInFront(subject, () => 'answered');
    const edits = batchOf('a', 0, 3).map((write) => ({ ...write, version: 2 }));
    await createMongoEntryStore({ mongo: front.mongo, random }).upsert(edits, [1, 1, 1]);
    expect(front.sent()).toBe(2);
    await front.close();
  });

  test('a process that ends at any command of a call leaves nothing that its repetition does not put right', async () => {
    const subject = await createMongoSubject();
    const cuts = await atEachCut(subject, async (campaignId, mongo) => {
      const writes = batchOf(campaignId, 0, 4);
      const [first, second, third, fourth] = writes;
      if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four were made');
      const cutOff = createMongoEntryStore({ mongo, random });
      const entries = [first, second].map(
        ({ globalUserId }, n) => ({ globalUserId, verdict: 'WINNER', accessCode: `${campaignId}-${n}`, selection: won(campaignId, n + 1) }) as const,
      );
      const assignment = { campaignId, marketId: `${campaignId}-london`, codes: 'unique', entries } as const;
      const edited = { ...third, version: 2, rankedMarkets: [`${campaignId}-paris`] };
      for (const store of [cutOff, storeOf(subject)]) {
        await attempt(store.upsert(writes, ones(writes)));
        await attempt(store.assign(assignment));
        await attempt(store.upsert([edited], [1]));
        await attempt(store.remove([fourth]));
      }
      const store = storeOf(subject);
      expect(await store.count(campaignId)).toEqual({
        entries: 3,
        byVerdict: { PENDING: 1, WINNER: 2, WAITLIST: 0, LOSER: 0 },
        byMarket: { [`${campaignId}-london`]: { entrants: 2, winners: 2, codes: 2 }, [`${campaignId}-paris`]: { entrants: 1, winners: 0, codes: 0 } },
      });
      expect(await store.getBatch([third, fourth])).toEqual([replicaOf(edited, 1), null]);
      expect(await store.assign(assignment)).toEqual(['unchanged', 'unchanged']);
    });
    expect(cuts).toBeGreaterThan(20);
  });

  test('what a write that ended early left uncounted is counted once by those who meet it together', async () => {
    const subject = await createMongoSubject();
    const writes = batchOf('a', 0, 6);
    const front = await createMongoInFront(subject, ({ number }) => (number > 2 ? 'refused' : 'answered'));
    await attempt(createMongoEntryStore({ mongo: front.mongo, random }).upsert(writes, ones(writes)));
    await front.close();
    expect((await storeOf(subject).count('a')).entries).toBe(0);
    const edits = writes.map((write) => ({ ...write, version: 2 }));
    await Promise.all([writes, edits, writes].map((some) => storeOf({ mongo: subject.connect() }).upsert(some, ones(some))));
    expect((await storeOf(subject).count('a')).entries).toBe(6);
  });

  test('several processes that write the same entries at once count each once, and give each code to one fan', async () => {
    const subject = await createMongoSubject();
    const stores = Array.from({ length: 4 }, () => storeOf({ mongo: subject.connect() }));
    const writes = batchOf('a', 0, 20);
    const untilDone = async (call: () => Promise<unknown>): Promise<void> => {
      // Whoever met other writes too often is told to try again, and does.
      const isDone = await call().then(
        () => true,
        (error: unknown) => {
          if (error instanceof RegError && error.code === 'CONFLICT') return false;
          throw error;
        },
      );
      if (!isDone) await untilDone(call);
    };
    await Promise.all(
      stores.flatMap((store, process) => [
        untilDone(() => store.upsert(writes, ones(writes))),
        untilDone(() =>
          store.upsert(
            writes.slice(process, process + 10).map((write) => ({ ...write, version: 2, rankedMarkets: ['a-paris'] })),
            ones(writes),
          ),
        ),
        untilDone(() =>
          store.assign({
            campaignId: 'a',
            marketId: 'a-london',
            codes: 'unique',
            entries: writes
              .slice(4 * process, 4 * process + 6)
              .map(({ globalUserId }, n) => ({ globalUserId, verdict: 'WINNER', accessCode: `code-${(process + n) % 5}`, selection: won('a', n + 1) })),
          }),
        ),
      ]),
    );
    const found = await stores[0]?.getBatch(writes);
    const codes = (found ?? []).flatMap((replica) => replica?.accessCode ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    const { entries, byVerdict, byMarket } = (await stores[0]?.count('a')) ?? {};
    expect(entries).toBe(20);
    expect(byVerdict).toMatchObject({ WINNER: codes.length, PENDING: 20 - codes.length });
    expect(byMarket?.['a-london']).toEqual({ entrants: 7, winners: codes.length, codes: codes.length });
    expect(byMarket?.['a-paris']?.entrants).toBe(13);
  });

  test('after an erasure the database holds nothing that the fan told, and no value of an invite list was ever in it', async () => {
    const subject = await createMongoSubject();
    const store = storeOf(subject);
    const collections = ['entries', 'entryCounts', 'codeHolders', 'invites'];
    await store.addInvites('a', 'email', ['planted@example.org']);
    expect(await everything(subject, collections)).not.toContain('planted');
    const fan = { campaignId: 'a', globalUserId: 'fan', userInfo: { email: 'planted@example.org', memberId: 'planted-id' } };
    const planted = replicaWrite({ ...fan, entry: { 'name.of $it': 'planted-name' } });
    await store.upsert([planted], [1]);
    const entries = [{ globalUserId: 'fan', verdict: 'WINNER', accessCode: 'planted-code', selection: won('a', 1) }] as const;
    await store.assign({ campaignId: 'a', marketId: 'a-london', codes: 'unique', entries });
    expect(await everything(subject, collections)).toContain('planted-name');
    await store.eraseFan('fan');
    await store.setScores([{ ...planted, score: 7 }], 'provider');
    const left = await everything(subject, collections);
    expect(left).not.toContain('planted');
    expect(left).not.toContain('score');
    expect((await store.count('a')).entries).toBe(0);
  });

  test('an erasure that was cut off is complete when it is repeated, also in the counts', async () => {
    const subject = await createMongoSubject();
    const cuts = await atEachCut(subject, async (name, mongo) => {
      const store = storeOf(subject);
      const fan = { globalUserId: `fan-${name}`, userInfo: { email: `${name}@example.org` } };
      const writes = [replicaWrite({ campaignId: `one-${name}`, ...fan }), replicaWrite({ campaignId: `two-${name}`, ...fan })];
      await store.upsert(writes, ones(writes));
      await store.addInvites(`one-${name}`, 'email', [`${name}@example.org`]);
      await attempt(createMongoEntryStore({ mongo, random }).eraseFan(fan.globalUserId));
      await store.eraseFan(fan.globalUserId);
      expect(await store.getBatch(writes)).toEqual([null, null]);
      expect(await store.isInvited(`one-${name}`, 'email', `${name}@example.org`)).toBe(false);
      for (const { campaignId } of writes) expect((await store.count(campaignId)).entries).toBe(0);
    });
    expect(cuts).toBeGreaterThan(12);
  });

  test('a fan whose address changes during the erasure leaves neither entry nor invite', async () => {
    const subject = await createMongoSubject();
    const direct = storeOf(subject);
    const edited = replicaWrite({ globalUserId: 'a', version: 2, userInfo: { email: 'new@example.org' } });
    const front = await createMongoInFront(subject, async ({ name, number }): Promise<Passing> => {
      if (name === 'delete' && number === 3) await direct.upsert([edited], [1]);
      return 'answered';
    });
    await direct.upsert([replicaWrite({ globalUserId: 'a' })], [1]);
    await direct.addInvites('summer-tour', 'email', ['new@example.org']);
    await createMongoEntryStore({ mongo: front.mongo, random }).eraseFan('a');
    expect(await direct.getBatch([edited])).toEqual([null]);
    expect(await direct.isInvited('summer-tour', 'email', 'new@example.org')).toBe(false);
    await front.close();
  });

  test('a process that stood still while it counted what another had left does not count it again', async () => {
    const subject = await createMongoSubject();
    const same = { ...random, fraction: () => 0 };
    const counts = ({ command }: PassingCommand): boolean => command.findAndModify === 'entryCounts' && command.update.$set !== undefined;
    // Its entry is written and not counted.
    const writer = await createPausedMongo(subject, counts);
    // It has looked at the counter and at the entry.
    const helper = await createPausedMongo(subject, counts);
    const store = createMongoEntryStore({ mongo: writer.mongo, random: same });
    const written = store.upsert(batchOf('a', 0, 1), [1]);
    await writer.standsStill;
    const helped = createMongoEntryStore({ mongo: helper.mongo, random: same }).upsert(batchOf('a', 0, 1), [1]);
    await helper.standsStill;
    writer.goOn();
    await written;
    for (let n = 1; n <= 40; n += 1) await store.upsert(batchOf('a', n, 1), [1]);
    helper.goOn();
    expect(await helped).toEqual([{ outcome: 'stale', scored: true }]);
    expect((await store.count('a')).entries).toBe(41);
    await Promise.all([writer.close(), helper.close()]);
  });

  test('refs of counted writes go when there are many, and no count with them', async () => {
    const subject = await createMongoSubject();
    const same = { ...random, fraction: () => 0 };
    const [one, two] = [0, 1].map(() => createMongoEntryStore({ mongo: subject.connect(), random: same }));
    for (let n = 0; n < 80; n += 1) await (n % 3 === 0 ? two : one)?.upsert(batchOf('a', n, 1), [1]);
    expect((await one?.count('a'))?.entries).toBe(80);
    const [counter] = await subject.mongo.run('find', (database) => database.collection('entryCounts').find().toArray());
    expect(Object.keys(counter?.refs).length).toBeLessThan(64);
  });

  test('a write that was counted, and whose process ended before it said so, is not counted again by a repetition much later', async () => {
    const subject = await createMongoSubject();
    const same = { ...random, fraction: () => 0 };
    const front = await createMongoInFront(subject, ({ number }) => (number > 3 ? 'refused' : 'answered'));
    const writes = batchOf('a', 0, 2);
    await attempt(createMongoEntryStore({ mongo: front.mongo, random: same }).upsert(writes, ones(writes)));
    await front.close();
    const store = createMongoEntryStore({ mongo: subject.mongo, random: same });
    expect((await store.count('a')).entries).toBe(2);
    for (let n = 2; n < 42; n += 1) await store.upsert(batchOf('a', n, 1), [1]);
    await store.upsert(writes, ones(writes));
    expect((await store.count('a')).entries).toBe(42);
  });
});
