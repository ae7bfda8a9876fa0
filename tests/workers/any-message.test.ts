import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import type { EntryKey } from '../../src/domain/entry.ts';
import type { QueueMessages, QueueName } from '../../src/domain/message.ts';
import { messageShapes } from '../../src/domain/message-shapes.ts';
import { formatRecord } from '../../src/domain/pipeline-format.ts';
import { campaignServed } from '../../src/generated/served/campaign.ts';
import { codeServed } from '../../src/generated/served/code.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import { userServed } from '../../src/generated/served/user.ts';
import { createHandler } from '../../src/middleware/handler.ts';
import type { PermanentFailure } from '../../src/middleware/invocation.ts';
import type { BatchAnswer } from '../../src/middleware/lambda.ts';
import { sqsEvent } from '../../src/runtime/embedded/events.ts';
import { workerFunctions } from '../../src/runtime/worker-functions.ts';
import type { Contract, HandlersOf } from '../../src/services/contract.ts';
import type { ServedContract } from '../../src/services/served-contract.ts';
import { checkPart } from '../../src/services/validation.ts';
import { type WorkerName, workers } from '../../src/topology.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSelectionWorld, DRAW_ID, drawnResults } from '../support/selection-world.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { market } from '../support/summer-tour.ts';

const at = '2027-02-09T10:00:00.000Z';
const item = entryItem({ globalUserId: 'fan-1' });
const keys = { campaignId: 'summer-tour', globalUserId: 'fan-1' };
const ofMarket = { campaignId: 'summer-tour', marketId: 'london-1' };
const counts = { winners: 1, waitlisted: 0, losers: 0, withdrawn: 0 };
const marketRecord = formatRecord({ type: 'MARKET', at, data: market({ id: 'london-1' }) });

/** A message of each queue, as its sender makes it, with all that may be in it. */
const examples: { readonly [Q in QueueName]: QueueMessages[Q] } = {
  saveEntriesQueue: { eventName: 'REMOVE', keys, at, oldImage: item },
  retryScoreQueue: keys,
  userInfoQueue: { ...item.userInfo, memberId: 'm-1', phoneNumber: '+44 20', postalCode: 'N1', countryCode: 'GB', modifiedAt: at },
  saveSelectionQueue: {
    ...ofMarket,
    chunkId: `${DRAW_ID}/london-1/1`,
    drawId: DRAW_ID,
    codes: 'unique',
    selections: [{ globalUserId: 'fan-1', verdict: 'WINNER', position: 1, accessCode: 'CODE-1', waitlist: [{ marketId: 'paris-1', place: 2 }] }],
  },
  verdictReporterQueue: { ...ofMarket, reportId: `${DRAW_ID}/london-1/1`, drawId: DRAW_ID, counts },
  refreshSelectionQueue: ofMarket,
  emailJobQueue: { campaignId: 'summer-tour', marketId: null, globalUserId: 'fan-1', template: 'receipt', occurrence: at },
  dataQueue: { type: 'REGISTERED_MARKET', at, data: { ...ofMarket, entrants: 1, winners: 1, codes: 1 } },
  'campaign-queue': marketRecord,
  'market-queue': marketRecord,
  'registration-queue': marketRecord,
  'event-mapping-queue': marketRecord,
  'registered-market-queue': marketRecord,
};

/** Calls are held to the service's contract, as HTTP holds them. */
const keeping = <C extends Contract>({ operations }: ServedContract<C>, handlers: Partial<HandlersOf<C>>) =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => {
      const call = async (request: Readonly<Record<string, unknown>>): Promise<unknown> => {
        for (const part of ['params', 'query', 'body'] as const) {
          const validate = operations[name]?.[part];
          const refusal = validate === undefined ? null : checkPart(part, validate, structuredClone(request[part]));
          if (refusal !== null) throw refusal;
        }
        return (handle as (request: unknown) => Promise<unknown>)(request);
      };
      return [name, call];
    }),
  );

const takesAll = { send: async () => ({ failed: [] }), publish: async () => ({ failed: [] }) };

const servicesOf = () => {
  const world = createSelectionWorld({ results: drawnResults({ 'london-1': 2 }) });
  return {
    campaignCache: world.campaignCache,
    campaignStore: world.campaignStore,
    campaignService: keeping(campaignServed, world.campaignService as never),
    codeService: keeping(codeServed, world.codeService as never),
    userService: keeping(userServed, {
      upsertUsers: async ({ body: { users } }) => ({ upserted: users.length }),
      enqueueEmailJobs: async ({ body: { jobs } }) => ({ planned: jobs.length, known: 0 }),
    }),
    entryService: keeping(entryServed, {
      ...(world.entryService as object),
      upsertEntries: async ({ body: { entries } }) => ({ results: entries.map((entry) => ({ ...entry, outcome: 'applied' as const, scored: true })) }),
      deleteEntries: async () => ({ results: [] }),
      refreshScores: async () => ({ failed: [] }),
    }),
    entryTable: { ...world.entryTable, getBatch: async (wanted: readonly EntryKey[]) => wanted.map(() => null), clearReplicationFlags: async () => undefined },
    eventLog: { append: async () => ({ failed: [] }) },
    queues: Object.fromEntries(Object.keys(examples).map((queue) => [queue, takesAll])),
    topics: { dataSns: takesAll },
    workers: {},
  };
};

const takeUp = async (worker: WorkerName, queue: QueueName, bodies: readonly string[]) => {
  const dead: PermanentFailure[] = [];
  const handler = createHandler(workerFunctions[worker] as never, {
    worker,
    clock: createSetClock(),
    random: { bytes: (n) => new Uint8Array(n), id: () => 'made-up-id', fraction: () => 0 },
    log: silentLog,
    metrics: createMemoryMetrics<WorkerName>(),
    services: servicesOf(),
    authenticate: async () => undefined,
    deadLetter: async (_, failures) => {
      dead.push(...failures);
    },
  });
  const messages = bodies.map((body, index) => ({ messageId: `m${index}`, body, attributes: {}, sentAt: 1, firstReceivedAt: 1, receiveCount: 1 }));
  const context = { awsRequestId: 'r', functionName: 'f', getRemainingTimeInMillis: () => 1000 };
  const answer = (await handler(sqsEvent(queue, 'lease', messages), context)) as BatchAnswer;
  return { dead: new Map(dead.map(({ recordId, reason }) => [recordId, reason])), again: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};

const queueWorkers = (Object.entries(workers) as [WorkerName, (typeof workers)[WorkerName]][]).flatMap(([worker, { trigger }]) =>
  trigger.kind === 'queue' ? trigger.queues.map((queue: QueueName) => [worker, queue] as const) : [],
);

/** Where something is in a message: names and indices. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null ? [path] : [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))];

const changedAt = (value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown => {
  if (name === undefined) return put;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inside = changedAt(copy[name], rest, put);
  if (inside === undefined) delete copy[name];
  else copy[name] = inside;
  return copy;
};

/** Any JSON, or a message with one place gone or something else. */
const almost = (message: object): fc.Arbitrary<string> => {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(undefined, null, '', 'a#b', 0, -1, 1.5, 1e300, '2027-02-30T24:00:00Z', [], {}));
  const changed = fc.tuple(fc.constantFrom(...placesIn(message)), anything).map(([place, put]) => JSON.stringify(changedAt(message, place, put)) ?? '');
  return fc.oneof({ weight: 3, arbitrary: changed }, fc.json({ maxDepth: 3 }), fc.string());
};

test('every queue has a worker that is tried here', () => {
  expect(queueWorkers.map(([, queue]) => queue).toSorted()).toEqual(Object.keys(examples).toSorted());
});

describe.each(queueWorkers)('%s on %s', (worker, queue) => {
  const example = examples[queue];
  // Of another fan, as two messages that contradict each other are another matter.
  const rightOne = JSON.stringify(example).replaceAll('fan-1', 'fan-2').replaceAll('CODE-1', 'CODE-2');

  test('takes up what its sender makes, with fields that are not known yet', async () => {
    expect(messageShapes[queue](example)).toBeNull();
    expect(await takeUp(worker, queue, [JSON.stringify({ ...example, cameLater: { a: [1] } })])).toEqual({ dead: new Map(), again: [] });
  });

  test('is not brought down by any JSON, which fails no other message and is not repeated for its shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(almost(example), { minLength: 1, maxLength: 4 }), fc.nat(4), async (others, place) => {
        const bodies: string[] = others.toSpliced(place, 0, rightOne);
        const right = `m${bodies.indexOf(rightOne)}`;
        const { dead, again } = await takeUp(worker, queue, bodies);
        expect([...again, ...dead.keys()]).not.toContain(right);
        const misshapen = bodies.flatMap((body, index) => (messageShapes[queue](read(body)) === null ? [] : [`m${index}`]));
        expect(again.filter((id) => misshapen.includes(id))).toEqual([]);
        expect([...dead.keys()]).toEqual(expect.arrayContaining(misshapen));
      }),
      { numRuns: 60 },
    );
  });
});

const read = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

test.each([
  ['userInfoQueue', 'firstName', changedAt(examples.userInfoQueue, ['firstName'], { text: 'secret' })],
  ['saveSelectionQueue', 'selections.0.waitlist.0.place', changedAt(examples.saveSelectionQueue, ['selections', '0', 'waitlist', '0', 'place'], 'secret')],
  ['verdictReporterQueue', 'counts.losers', changedAt(examples.verdictReporterQueue, ['counts', 'losers'], undefined)],
  ['refreshSelectionQueue', 'marketId', changedAt(examples.refreshSelectionQueue, ['marketId'], 'secret code')],
  ['retryScoreQueue', 'globalUserId', changedAt(examples.retryScoreQueue, ['globalUserId'], 'secret#1')],
  ['saveEntriesQueue', 'oldImage.version', changedAt(examples.saveEntriesQueue, ['oldImage', 'version'], 'secret')],
] as const)('a wrong message of %s is a dead letter whose reason names %s and no value', async (queue, field, body) => {
  const [worker] = queueWorkers.find(([, read]) => read === queue) ?? [];
  const { dead, again } = await takeUp(worker as WorkerName, queue, [JSON.stringify(body)]);
  expect(again).toEqual([]);
  expect(dead.get('m0')).toMatch(new RegExp(`^RECORD_INVALID: The message has a wrong shape: ${field.replaceAll('.', '\\.')} (is missing|must be)`));
  expect(dead.get('m0')).not.toContain('secret');
});
