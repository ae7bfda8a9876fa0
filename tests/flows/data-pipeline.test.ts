import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { formatRecord } from '../../src/domain/pipeline-format.ts';
import type { PipelineRecord, PipelineSource } from '../../src/domain/pipeline-record.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { eventTopics, topics } from '../../src/topology.ts';
import { marketFile } from '../support/campaign-files.ts';
import { entryItem } from '../support/entry-item.ts';
import { type GateWorld, openGateWorld } from '../support/gate-world.ts';
import { market, summerTour } from '../support/summer-tour.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const at = '2027-02-09T10:00:00.000Z';
const sources: readonly PipelineSource[] = [
  { type: 'CAMPAIGN', at, data: summerTour().campaign },
  { type: 'MARKET', at, data: market() },
  { type: 'REGISTRATION', at, data: { isDeleted: false, item: entryItem({ globalUserId: 'fan-1' }) } },
  { type: 'EVENT_MAPPING', at, data: market() },
  { type: 'REGISTERED_MARKET', at, data: { campaignId: 'summer-tour', marketId: 'london-1', entrants: 9, winners: 3, codes: 2 } },
];
const queueOf = (type: string): string => topics.dataSns.subscriptions.find(({ filter }) => filter.type === type)?.queue ?? '';

/** A word that stands for what a fan said of themselves. */
const PERSONAL = 'ann-wordsworth@example.org';
/** Another entity's record, in which a name is where a list has to be, and a field is that the schema has not. */
const broken = (record: PipelineRecord): object => ({ ...record, key: 'broken', value: { ...record.value, campaignId: [PERSONAL], email: PERSONAL } });

const WITHDRAW = 'mutation ($slug: String!) { withdrawEntry(slug: $slug) { isWithdrawn } }';

const world = async (dataFolder: string): Promise<GateWorld> => {
  const opened = await openGateWorld({ dataFolder });
  onTestFinished(opened.close);
  return opened;
};

/** All that a topic holds, in the order of its log. */
const eventsOf = async ({ connection }: GateWorld, type: keyof typeof eventTopics) =>
  (await connection.operator.events({ params: { topic: `prd2011.dmnd.${eventTopics[type]}` }, query: { limit: 1000 } })).events.map(
    ({ key, dedupeId, value }) => ({ key, dedupeId, value: value as Readonly<Record<string, unknown>> }),
  );

test('in each of the five queues a record that breaks its schema is a dead letter at once, and the others are published', async () => {
  const dataFolder = createTemporaryFolder();
  const clock = createSystemClock();
  const adapters = openAdapters({ dataFolder, topicPrefix: 'prd2011.dmnd', clock, random: createSystemRandom(clock) });
  for (const source of sources) {
    const record = formatRecord(source);
    const bodies = [broken(record), record, record];
    await adapters.queueEngine.send(
      queueOf(source.type) as 'market-queue',
      bodies.map((body) => ({ body, correlationId: 'correlation-1' })),
    );
  }
  await adapters.queueEngine.send('dataQueue', [{ body: { type: 'MARKET', at, data: { id: PERSONAL } }, correlationId: 'correlation-2' }]);
  await adapters.close();

  const system = await world(dataFolder);
  await system.idle();
  for (const source of sources) {
    const { deadLetters } = await system.connection.operator.deadLetters({ params: { queue: queueOf(source.type) }, query: {} });
    expect(deadLetters, source.type).toHaveLength(1);
    const [letter] = deadLetters;
    expect(letter?.error).toMatch(
      new RegExp(`^RECORD_INVALID: The ${source.type} record breaks its schema at /(campaignId: type|email: additionalProperties)\\.$`),
    );
    expect(letter?.receiveCount).toBeLessThanOrEqual(1);
    expect(JSON.stringify({ ...letter, body: null })).not.toContain('wordsworth');
    const events = await eventsOf(system, source.type);
    expect(new Set(events.map(({ key }) => key)), source.type).toEqual(new Set([formatRecord(source).key]));
    expect(new Set(events.map(({ dedupeId }) => dedupeId)).size).toBe(1);
  }
  const [unformatted] = (await system.connection.operator.deadLetters({ params: { queue: 'dataQueue' }, query: {} })).deadLetters;
  expect(unformatted?.error).toMatch(/^RECORD_INVALID: /);
  expect(unformatted?.error).not.toContain('wordsworth');
});

test('what is gone is published as gone: a withdrawn fan, a market that a file lacks, and its mapping; what comes back is there again', async () => {
  const system = await world(createTemporaryFolder());
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const [one, two] = ['one', 'two'].map((name) => marketFile(`tour-${name}`, { event }));
  await system.putCampaign('tour', { markets: [one, two] });
  await system.register('tour', { globalUserId: 'ann' });
  await system.ask('ann', WITHDRAW, { slug: 'tour' });
  await system.putCampaign('tour', { markets: [one] });
  await system.putCampaign('tour', { markets: [one, two] });
  await system.putCampaign('tour', { markets: [one, { ...two, event: { ...event, ids: ['E-7', 'E-8'] } }] });
  await system.idle();

  for (const type of ['MARKET', 'EVENT_MAPPING'] as const) {
    const told = (await eventsOf(system, type)).filter(({ key }) => key === 'tour-two').sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
    expect(
      told.map(({ value }) => value.isDeleted),
      type,
    ).toEqual([undefined, true, undefined, undefined]);
    expect(told.at(-1)?.value.eventIds).toEqual(['E-7', 'E-8']);
    expect(new Set(told.map(({ dedupeId }) => dedupeId)).size).toBe(4);
    expect((await eventsOf(system, type)).filter(({ key }) => key === 'tour-one').some(({ value }) => value.isDeleted === true)).toBe(false);
  }
  const last = (await eventsOf(system, 'REGISTRATION')).at(-1);
  expect(last).toMatchObject({ key: 'tour/ann', value: { isDeleted: true, answers: {}, markets: [] } });
});

const timeOf = ({ value }: { readonly value: Readonly<Record<string, unknown>> }): string => (value.dedupe as { readonly timestamp: string }).timestamp;
