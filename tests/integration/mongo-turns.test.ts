import { describe, expect, test } from 'vitest';
import { createMongoCampaignStore } from '../../src/adapters/mongo/mongo-campaign-store.ts';
import type { MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { createMongoDrawStore } from '../../src/adapters/mongo/mongo-draw-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { market, summerTour } from '../support/summer-tour.ts';
import { atEachCut } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);
const campaignsOf = (mongo: MongoConnection) => createMongoCampaignStore({ mongo, clock, random });
const drawsOf = (mongo: MongoConnection) => createMongoDrawStore({ mongo, clock, random });
const ended = async (call: Promise<unknown>): Promise<void> => {
  await call.catch((error: unknown) => expect(error).toMatchObject({ code: 'STORAGE_FAILED' }));
};

/** Calls are cut off at any of their commands; the server is real, the process is what ends. */
describe('changes of several documents on MongoDB', { timeout: 600_000 }, () => {
  test('a save that was cut off leaves the campaign as it was or as it was saved, and keeps nobody else from saving', async () => {
    const subject = await createMongoSubject();
    const store = campaignsOf(subject.mongo);
    const cuts = await atEachCut(subject, async (id, mongo) => {
      const of = (markets: readonly string[], name: string, gate: { readonly inviteOnly: 'email' } | null) =>
        summerTour({ campaign: { id, slug: id, name, gate }, markets: markets.map((one) => market({ id: `${id}-${one}`, campaignId: id })) });
      const before = of(['london', 'paris'], 'Before', { inviteOnly: 'email' });
      const after = of(['paris', 'rome'], 'After', null);
      const next = of(['oslo'], 'Next', null);
      await store.save(before);
      await ended(campaignsOf(mongo).save(after));
      const found = await store.campaignById(id);
      expect([before, after]).toContainEqual(found);
      const other = { id: `other-${id}`, slug: `other-${id}` };
      await store.save(summerTour({ campaign: other, markets: [market({ id: `${id}-oslo`, campaignId: other.id })] }));
      expect([before, after]).toContainEqual(await store.campaignById(id));
      expect(await store.save(next)).toBe('market-taken');
      expect(await store.save(after)).toEqual(after);
      expect([await store.market(`${id}-london`), (await store.market(`${id}-rome`))?.campaignId]).toEqual([null, id]);
    });
    expect(cuts).toBeGreaterThan(10);
  });

  test('a first save that was cut off is there whole or not at all, and can be made again', async () => {
    const subject = await createMongoSubject();
    const store = campaignsOf(subject.mongo);
    const cuts = await atEachCut(subject, async (id, mongo) => {
      const saved = summerTour({ campaign: { id, slug: id, gate: { inviteOnly: 'email' } }, markets: [market({ id: `${id}-london`, campaignId: id })] });
      await ended(campaignsOf(mongo).save(saved));
      expect([null, saved]).toContainEqual(await store.campaignBySlug(id));
      expect(await store.save(saved)).toEqual(saved);
    });
    expect(cuts).toBeGreaterThan(10);
  });

  test('promotions that were cut off are all recorded or none, and nobody is promoted twice', async () => {
    const subject = await createMongoSubject();
    const store = drawsOf(subject.mongo);
    const cuts = await atEachCut(subject, async (id, mongo) => {
      const drawId = `${id}/1`;
      await store.recordPromotions('london-1', drawId, 0, ['fan-1']);
      await ended(drawsOf(mongo).recordPromotions('london-1', drawId, 1, ['fan-2', 'fan-3']));
      const elsewhere = await store.recordPromotions('paris-1', drawId, 0, ['fan-3', 'fan-4']);
      expect(await store.promotions('london-1', drawId, { after: 0, limit: 1000 })).toEqual(elsewhere ? ['fan-1'] : ['fan-1', 'fan-2', 'fan-3']);
      expect(await store.promotions('paris-1', drawId, { after: 0, limit: 1000 })).toEqual(elsewhere ? ['fan-3', 'fan-4'] : []);
    });
    expect(cuts).toBeGreaterThan(6);
  });

  test('who comes late with what others have carried out already changes nothing', async () => {
    const subject = await createMongoSubject();
    const store = campaignsOf(subject.mongo);
    const of = (name: string) => summerTour({ campaign: { name }, markets: [market({ id: 'london-1' })] });
    await store.save(of('First'));
    const pending = await subject.mongo.run('turns', (database) => database.collection<{ readonly _id: string }>('turns').findOne({ _id: 'campaigns' }));
    const late = campaignsOf({
      ...subject.mongo,
      run: async (call, work) => {
        // Between what it decided and the first of what it does, others finish that and save another.
        if (call === 'markets.insertMany' && pending !== null) {
          await store.save(of('Third'));
          await store.setStatus('summer-tour', 'OPEN');
        }
        return subject.mongo.run(call, work);
      },
    });
    await late.save(of('Second'));
    expect((await store.campaignById('summer-tour'))?.campaign).toMatchObject({ name: 'Third', status: 'OPEN' });
  });
});
