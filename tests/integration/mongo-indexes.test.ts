import type { Document } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { createMongoCampaignStore } from '../../src/adapters/mongo/mongo-campaign-store.ts';
import { createMongoCodeStore } from '../../src/adapters/mongo/mongo-code-store.ts';
import { createMongoDrawStore } from '../../src/adapters/mongo/mongo-draw-store.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/mongo-entry-store.ts';
import { type MongoIndex, makeMongoIndexes, mongoIndexes } from '../../src/adapters/mongo/mongo-indexes.ts';
import { createMongoUserStore } from '../../src/adapters/mongo/mongo-user-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import type { Result } from '../../src/domain/draw/serving.ts';
import { mailNameOf } from '../../src/domain/mail-name.ts';
import { sealedCode } from '../contract/code-store.contract.ts';
import { replicaWrite } from '../support/replica-write.ts';
import { market, summerTour } from '../support/summer-tour.ts';
import { createMongoInFront } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

interface Query {
  readonly collection: string;
  readonly filter: Document;
}

/** What a command looks for. */
const queriesIn = (name: string, command: Document): readonly Query[] => {
  const collection = String(command[name]);
  const filters: readonly unknown[] =
    name === 'find'
      ? [command.filter]
      : name === 'findAndModify'
        ? [command.query]
        : name === 'update' || name === 'delete'
          ? [...(command.updates ?? command.deletes)].map(({ q }: { readonly q: unknown }) => q)
          : name === 'aggregate'
            ? [command.pipeline[0].$match]
            : [];
  return filters.map((filter) => ({ collection, filter: filter as Document }));
};

/** Every method that looks for something, once and on something. */
const useAll = async (mongo: Parameters<typeof createMongoCampaignStore>[0]['mongo']): Promise<void> => {
  const clock = createSystemClock();
  const random = createSystemRandom(clock);
  const options = { mongo, clock, random };

  const campaigns = createMongoCampaignStore(options);
  await campaigns.save(summerTour({ campaign: { gate: { inviteOnly: 'email' } }, markets: [market({ id: 'london-1' }), market({ id: 'paris-1' })] }));
  await campaigns.save(summerTour({ markets: [market({ id: 'london-1' })] }));
  await campaigns.campaignBySlug('summer-tour');
  await campaigns.campaigns();
  await campaigns.market('london-1');
  await campaigns.setStatus('summer-tour', 'OPEN');
  await campaigns.setNotification('london-1', null);

  const draws = createMongoDrawStore(options);
  const drawn = '0'.repeat(32);
  await draws.publishCommitment('summer-tour', 'aa');
  await draws.holdDraw('summer-tour', 1, { by: 'a', now: 0, until: 1 });
  await draws.releaseDraw('summer-tour', 1, 'a');
  await draws.addEntrants(await draws.beginFreeze('summer-tour', 1), [
    { ref: Buffer.from(drawn, 'hex'), globalUserId: 'fan-1', tier: 0, lots: 1, markets: 'london-1' },
  ]);
  const attempt = await draws.beginFreeze('summer-tour', 1);
  await draws.addEntrants(attempt, [{ ref: Buffer.from(drawn, 'hex'), globalUserId: 'fan-1', tier: 0, lots: 1, markets: 'london-1' }]);
  await draws.entrants(attempt, null, 10);
  await draws.freeze(attempt, { rules: '', rulesHash: '', entrantsRoot: '', entrantsCount: 1, commitment: '', frozenAt: '' });
  await draws.recordRandomness('summer-tour', 1, '31');
  const result: Result = { position: 1, ref: drawn, verdict: 'WINNER', marketId: 'london-1', waitlist: [] };
  await draws.addResults('summer-tour', 1, [result]);
  await draws.saveDrawn('summer-tour', 1, { record: '', resultsRoot: '', counts: { markets: {}, losers: 0 }, drawnAt: '' });
  await draws.draws('summer-tour');
  for (const query of [{}, { verdict: 'LOSER' }, { marketId: 'london-1' }, { marketId: 'london-1', verdict: 'WAITLIST' }] as const)
    await draws.results('summer-tour', 1, { ...query, after: 0, limit: 10 });
  await draws.addVerdictCounts([
    { reportId: 'a', marketId: 'london-1', drawId: 'summer-tour/1', counts: { winners: 1, waitlisted: 0, losers: 0, withdrawn: 0 } },
  ]);
  await draws.saveStats('london-1', {
    drawId: 'summer-tour/1',
    status: 'FINISHED',
    stats: { eligible: 1, selected: 1, waitlisted: 0, reserved: 1, enqueued: 1, failed: 0 },
    shortfall: 0,
  });
  await draws.recordPromotions('london-1', 'summer-tour/1', 0, ['fan-2']);
  await draws.promotions('london-1', 'summer-tour/1', { after: 0, limit: 1000 });
  await draws.marketStats('london-1');

  const users = createMongoUserStore(options);
  const job = { campaignId: 'summer-tour', marketId: 'london-1', globalUserId: 'fan-1', template: 'reminder', occurrence: 'a' } as const;
  await users.upsertUsers([
    { globalUserId: 'fan-1', email: 'a@example.org', firstName: 'A', lastName: 'B', locale: 'en', modifiedAt: '2027-02-01T10:00:00.000Z' },
  ]);
  await users.setUnsubscribed('fan-1', true);
  await users.profile('fan-1');
  await users.planJobs([{ ...job, sendAt: 1 }]);
  const claimed = await users.claim(await users.dueJobs(1, 10), 1);
  await users.settle(claimed.map((of) => ({ job: of, outcome: { state: 'SENT', reason: null } })));
  await users.abandonClaims(1);
  await users.jobOfMail(mailNameOf(job));
  await users.failReturned(job, 'it came back');
  await users.setUnreachable('an address', true);
  await users.unreachable(['an address']);
  await users.setUnreachable('an address', false);
  await users.countDue(1, 100);
  await users.countJobs('summer-tour');
  await users.listJobs('summer-tour', 'FAILED', null, 10);
  await users.listJobs('summer-tour', 'FAILED', '1 ["a"]', 10);
  await users.resendJobs([job], 'FAILED', 1);
  await users.erase('fan-1');

  // All in one counter, which then is relieved of what nobody needs.
  const entries = createMongoEntryStore({ mongo, random: { ...random, fraction: () => 0 } });
  for (let n = 2; n < 40; n += 1) await entries.upsert([replicaWrite({ campaignId: 'summer-tour', globalUserId: `fan-${n}` })], [1]);
  const write = replicaWrite({ campaignId: 'summer-tour', globalUserId: 'fan-1', rankedMarkets: ['london-1'] });
  await entries.upsert([write], [1]);
  await entries.upsert([{ ...write, version: 2 }], [1]);
  await entries.assign({
    campaignId: 'summer-tour',
    marketId: 'london-1',
    codes: 'unique',
    entries: [{ globalUserId: 'fan-1', verdict: 'WINNER', accessCode: 'code', selection: { drawId: 'd', position: 1, marketId: 'london-1', waitlist: [] } }],
  });
  await entries.getBatch([write]);
  await entries.listByCampaign('summer-tour', { limit: 10 });
  await entries.listByCampaign('summer-tour', { limit: 10, verdict: 'WINNER' });
  await entries.listByMarket('london-1', { limit: 10 });
  await entries.count('summer-tour');
  await entries.setScores([{ ...write, score: 2 }], 'provider');
  await entries.addInvites('summer-tour', 'email', ['a@example.org']);
  await entries.isInvited('summer-tour', 'email', 'a@example.org');
  await entries.eraseFan('fan-1');

  const codes = createMongoCodeStore(options);
  const [first, second] = ['a', 'b'].map(sealedCode);
  if (first === undefined || second === undefined) throw new Error('two were made');
  const reservation = { campaignId: 'summer-tour', marketId: 'london-1', count: 1, idempotencyKey: 'k', reservationId: 'r', now: 1 };
  const ref = { marketId: 'london-1', lookup: first.lookup };
  await codes.add('london-1', [first, first]);
  await codes.addOnce('london-1', { idempotencyKey: 'k', part: 0, total: 1 }, [second]);
  await codes.reserve(reservation);
  await codes.reserve({ ...reservation, idempotencyKey: 'l', now: 2 + RESERVATION_MS });
  await codes.reserve({ ...reservation, idempotencyKey: 'm', count: 3 });
  await codes.markAssigned([{ ...ref, globalUserId: 'fan-1' }], 1);
  await codes.held('london-1', null, 10);
  await codes.redeem([{ ...ref, redeemedAt: 1 }], 1);
  await codes.revoke([ref], 'withdrawn', 1);
  await codes.counts('london-1', 1);
};

const shapeOf = ({ collection, filter }: Query): string => `${collection} ${Object.keys(filter).sort().join(' ')}`;

/** Whether an index finds what the filter names: it begins with a field that is compared, by itself or in each part of an `$or`. */
const indexFor = ({ collection, filter }: Query): MongoIndex | undefined => {
  const own: readonly MongoIndex[] = mongoIndexes[collection as keyof typeof mongoIndexes] ?? [];
  const all: readonly MongoIndex[] = [{ key: { _id: 1 } }, ...own];
  const found = all.find(({ key }) => Object.keys(filter).includes(Object.keys(key)[0] ?? ''));
  if (found !== undefined || filter.$or === undefined) return found;
  const parts = (filter.$or as readonly Document[]).map((part) => indexFor({ collection, filter: part }));
  return parts.every((part) => part !== undefined) ? parts[0] : undefined;
};

/** All campaigns are asked for as such. */
const WHOLE = ['campaigns '];
/** FerretDB has no index for elements of arrays, and none for parts of an `$or`; MongoDB has. */
const NOT_BY_FERRETDB = ['campaigns marketIds', 'campaigns $or'];

describe('queries on MongoDB', { timeout: 120_000 }, () => {
  test('each finds what it looks for by an index, says the planner', async () => {
    const subject = await createMongoSubject();
    const seen = new Map<string, Query>();
    const front = await createMongoInFront(subject, ({ name, command }) => {
      for (const query of queriesIn(name, command)) seen.set(shapeOf(query), query);
      return 'answered';
    });
    await useAll(front.mongo);
    await front.close();
    expect(seen.size).toBeGreaterThan(30);
    const scanned: string[] = [];
    for (const [shape, query] of seen) {
      if (WHOLE.includes(shape)) continue;
      expect(indexFor(query), shape).toBeDefined();
      const plan = await subject.mongo.run('explain', (database) => database.collection(query.collection).find(query.filter).explain('queryPlanner'));
      // SQLite, behind FerretDB, says SCAN where MongoDB says COLLSCAN.
      if (/"COLLSCAN"|detail=SCAN/.test(JSON.stringify(plan.queryPlanner))) scanned.push(shape);
    }
    const isFerretDB = JSON.stringify(await subject.mongo.run('buildInfo', (database) => database.command({ buildInfo: 1 }))).includes('ferretdb');
    expect(scanned.filter((shape) => !isFerretDB || !NOT_BY_FERRETDB.includes(shape))).toEqual([]);
  });

  test('indexes are made once, and again where they are there', async () => {
    const { mongo } = await createMongoSubject();
    await makeMongoIndexes(mongo);
    const names = await mongo.run('emailJobs.indexes', async (database) => (await database.collection('emailJobs').indexes()).map(({ name }) => name));
    expect(names).toEqual(['_id_', 'campaignId_1_state_1_sendAt_1__id_1', 'globalUserId_1', 'mail_1', 'state_1_claimedAt_1', 'state_1_lane_1_sendAt_1']);
  });
});
