import { describe, expect, onTestFinished, test } from 'vitest';
import { createMemoryCampaignCache } from '../../src/adapters/memory/memory-campaign-cache.ts';
import { createMongoCampaignReader } from '../../src/adapters/mongo/mongo-campaign-reader.ts';
import { createMongoCampaignStore } from '../../src/adapters/mongo/mongo-campaign-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { market, summerTour } from '../support/summer-tour.ts';
import { createMongoInFront } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);
const markets = [market({ id: 'london-1', notification: { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null } }), market({ id: 'paris-1' })];
const saved = summerTour({ campaign: { gate: { inviteOnly: 'email' } }, markets });

const createSubject = async () => {
  const subject = await createMongoSubject();
  const store = createMongoCampaignStore({ mongo: subject.mongo, clock, random });
  await store.save(saved);
  return { ...subject, store };
};

describe('campaigns as workers read them from MongoDB', { timeout: 60_000 }, () => {
  test('they are what the Campaign Service saved, by slug, id, market and all', async () => {
    const { connect } = await createSubject();
    const reader = createMongoCampaignReader({ mongo: connect() });
    expect(await reader.campaignBySlug('summer-tour')).toEqual(saved);
    expect(await reader.campaignById('summer-tour')).toEqual(saved);
    expect(await reader.market('paris-1')).toEqual(market({ id: 'paris-1' }));
    expect(await reader.campaigns()).toEqual([saved.campaign]);
    expect([await reader.campaignBySlug('other'), await reader.market('other')]).toEqual([null, null]);
  });

  test('nothing but finds in campaigns, markets and gates is sent, which a user who may only read may send', async () => {
    const subject = await createSubject();
    const sent = new Set<string>();
    const front = await createMongoInFront(subject, ({ name, command }) => {
      sent.add(`${name} ${command[name]}`);
      return 'answered';
    });
    onTestFinished(front.close);
    const reader = createMongoCampaignReader({ mongo: front.mongo });
    await Promise.all([reader.campaignBySlug('summer-tour'), reader.campaignById('summer-tour'), reader.market('london-1'), reader.campaigns()]);
    expect([...sent].sort()).toEqual(['find campaigns', 'find gates', 'find markets']);
  });

  test('a value that is no text finds nothing, even where it would be an operator', async () => {
    const { mongo } = await createSubject();
    const reader = createMongoCampaignReader({ mongo });
    await expect((async () => reader.campaignBySlug({ $ne: '' } as unknown as string))()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('while MongoDB is away, what the cache has is answered, and the rest fails in time', async () => {
    const subject = await createSubject();
    let isAway = false;
    const front = await createMongoInFront(subject, () => (isAway ? new Promise<never>(() => undefined) : 'answered'), { patienceMs: 2_500 });
    onTestFinished(front.close);
    const reader = createMongoCampaignReader({ mongo: front.mongo });
    const cache = createMemoryCampaignCache({ clock, random });
    const read = (slug: string) => cache.get(`campaign:${slug}`, () => reader.campaignBySlug(slug));
    expect(await read('summer-tour')).toEqual(saved);
    isAway = true;
    expect(await read('summer-tour')).toEqual(saved);
    await expect(read('winter-tour')).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    isAway = false;
    expect(await read('winter-tour')).toBeNull();
  });

  test('a revision that goes while it is read is read again as the next', async () => {
    const subject = await createSubject();
    const next = summerTour({ campaign: { name: 'Next' }, markets: [market({ id: 'rome-1' })] });
    let isSaved = false;
    const reader = createMongoCampaignReader({
      mongo: {
        ...subject.mongo,
        run: async (call, work) => {
          if (call === 'markets.find' && !isSaved) {
            isSaved = true;
            await subject.store.save(next);
          }
          return subject.mongo.run(call, work);
        },
      },
    });
    expect(await reader.campaignBySlug('summer-tour')).toEqual(next);
  });
});
