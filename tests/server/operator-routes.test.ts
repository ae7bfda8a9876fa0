import { describe, expect, test } from 'vitest';
import { toAttributeMap } from '../../src/attribute-value.ts';
import type { StoredLogRecord } from '../../src/ports/event-log.ts';
import type { DeadLetter } from '../../src/ports/queue.ts';
import { maskPersonal } from '../../src/server/mask-personal.ts';
import { createOperatorHandlers, type OperatorOptions } from '../../src/server/operator-routes.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSetClock } from '../support/set-clock.ts';

const context = { caller: { kind: 'operator', name: 'olga' }, correlationId: 'abcd-1234' } as const;

const deadLetter = (body: string): DeadLetter => ({
  messageId: 'm-1',
  body,
  attributes: {},
  sentAt: Date.UTC(2027, 1, 1),
  deadAt: Date.UTC(2027, 1, 2),
  receiveCount: 4,
  error: 'SERVICE_REFUSED: no',
  place: '1',
});

const listing = (...letters: readonly DeadLetter[]): Pick<OperatorOptions, 'deadLetters'> => ({
  deadLetters: { list: async () => letters, redrive: async () => ({ moved: 0, failed: 0 }) },
});

const handlersWith = (options: Partial<OperatorOptions>) =>
  createOperatorHandlers({
    flow: async () => ({ idle: true, queues: [], streams: [] }),
    ...listing(),
    eventLog: { read: async () => [], count: async () => 0 },
    auditLog: { read: async () => [] },
    erasure: {
      entryTable: { get: async () => null, getBatch: async (keys) => keys.map(() => null), remove: async () => 'conflict' },
      campaignService: { listCampaigns: async () => ({ campaigns: [], next: null }) },
      eraseDeadLetters: async () => 0,
      eraseFiles: null,
      eventLog: { erase: async () => 0 },
      registrationsTopic: 'reg.registrations',
      random: { bytes: (length) => new Uint8Array(length) },
      countUnderWay: null,
    },
    reconciliation: {
      entryTable: { list: async () => ({ items: [], next: null }), getBatch: async (keys) => keys.map(() => null) },
      entryService: { getEntries: async ({ body }) => ({ entries: body.globalUserIds.map(() => null) }) },
      saveEntriesQueue: { send: async () => ({ failed: [] }) },
      clock: createSetClock(),
    },
    ...options,
  });

/** Every personal value of an entry, as it could be printed. */
const personal = ['ann@example.org', '+442071838750', 'Ann-First', 'Lee-Last', 'N1 9GU', 'MEMBER-7', 'CODE-SECRET-1', 'my own words'];
const item = {
  ...entryItem({ campaignId: 'summer-tour', globalUserId: 'fan-1' }),
  entry: { markets: ['london-1'], note: 'my own words', tickets: 2 },
  accessCode: 'CODE-SECRET-1',
  userInfo: {
    globalUserId: 'fan-1',
    memberId: 'MEMBER-7',
    email: 'ann@example.org',
    phoneNumber: '+442071838750',
    firstName: 'Ann-First',
    lastName: 'Lee-Last',
    postalCode: 'N1 9GU',
    countryCode: 'GB',
    locale: 'en',
  },
};
const change = { eventName: 'MODIFY', keys: { campaignId: 'summer-tour', globalUserId: 'fan-1' }, newImage: item, oldImage: item };
const encodedChange = Buffer.from(JSON.stringify(change)).toString('base64');

describe('dead letters', () => {
  test.each([
    ['a change of an entry', change],
    ['what a fan said of themselves', item.userInfo],
    [
      'a chunk of selections',
      { chunkId: 'c-1', marketId: 'london-1', selections: [{ globalUserId: 'fan-1', verdict: 'WINNER', accessCode: 'CODE-SECRET-1' }] },
    ],
    ['a registration for the event log', { type: 'REGISTRATION', at: '2027-02-01T10:00:00.000Z', data: { isDeleted: false, item } }],
    ['a market with a shared code', { type: 'MARKET', data: { id: 'london-1', codes: { mode: 'shared', sharedCode: 'CODE-SECRET-1' } } }],
    ['a stream record', { eventID: '7', eventName: 'MODIFY', dynamodb: { NewImage: toAttributeMap(item), OldImage: toAttributeMap(item) } }],
    ['a Kinesis record', { kinesis: { sequenceNumber: '7', data: encodedChange } }],
    ['texts in lists', { userInfo: { emails: ['ann@example.org', ['N1 9GU']] } }],
  ])('show of %s no personal value', async (_, body) => {
    const handlers = handlersWith(listing(deadLetter(JSON.stringify(body))));
    const { deadLetters } = await handlers.deadLetters({ params: { queue: 'saveEntriesQueue' }, query: {} }, context);
    const text = JSON.stringify(deadLetters);
    for (const value of personal) expect(text).not.toContain(value);
    expect(text).not.toContain(encodedChange);
  });

  test('keep keys, structure, ids and what is nobody’s', () => {
    expect(maskPersonal(change)).toMatchObject({
      eventName: 'MODIFY',
      keys: { campaignId: 'summer-tour', globalUserId: 'fan-1' },
      newImage: {
        campaignId: 'summer-tour',
        globalUserId: 'fan-1',
        entry: { markets: ['[hidden]'], note: '[hidden]', tickets: '[hidden]' },
        userInfo: { globalUserId: 'fan-1', email: '[hidden]' },
        accessCode: '[hidden]',
        verdict: 'PENDING',
        version: 1,
      },
    });
  });

  test('tell when, how often and why', async () => {
    const asked: unknown[] = [];
    const handlers = handlersWith({
      deadLetters: {
        ...listing().deadLetters,
        list: async (...question) => {
          asked.push(question);
          return [deadLetter('{}')];
        },
      },
    });
    expect(await handlers.deadLetters({ params: { queue: 'dataQueue' }, query: { limit: 7 } }, context)).toEqual({
      deadLetters: [
        { messageId: 'm-1', error: 'SERVICE_REFUSED: no', receiveCount: 4, sentAt: '2027-02-01T00:00:00.000Z', deadAt: '2027-02-02T00:00:00.000Z', body: {} },
      ],
      next: null,
    });
    expect(asked).toEqual([['dataQueue', 7, null]]);
  });

  test('whose body is no JSON show none of it', async () => {
    const handlers = handlersWith(listing(deadLetter('{"email":"ann@example.org')));
    const { deadLetters } = await handlers.deadLetters({ params: { queue: 'dataQueue' }, query: {} }, context);
    expect(deadLetters[0]?.body).toBeNull();
  });

  test.each([
    [{}, undefined, 3],
    [{ messageIds: ['m-1'] }, ['m-1'], 3],
  ])('go back to their queue: %j', async (body, named, moved) => {
    const asked: unknown[] = [];
    const redrive = async (...question: unknown[]) => {
      asked.push(question);
      return { moved, failed: 1 };
    };
    const handlers = handlersWith({ deadLetters: { ...listing().deadLetters, redrive } });
    expect(await handlers.redrive({ params: { queue: 'dataQueue' }, body }, context)).toEqual({ moved, failed: 1 });
    expect(asked).toEqual([['dataQueue', named]]);
  });
});

describe('events', () => {
  const record = (offset: number): StoredLogRecord => ({
    offset: String(offset),
    key: 'k',
    value: '{"a":1}',
    dedupeId: `d${offset}`,
    timestamp: 0,
    correlationId: 'c',
  });
  const log = Array.from({ length: 5 }, (_, offset) => record(offset));
  const eventLog: OperatorOptions['eventLog'] = {
    read: async (_, after, max) => log.slice(after === null ? 0 : Number(after) + 1).slice(0, max),
    count: async (topic, keyPrefix) => (topic === 'prd2011.dmnd.markets' && keyPrefix === 'summer' ? 2 : 5),
  };

  test('come a page at a time, each once, to the end', async () => {
    const { events: read } = handlersWith({ eventLog });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = { limit: 2, ...(after !== null && { after }) };
      const page: Awaited<ReturnType<typeof read>> = await read({ params: { topic: 'prd2011.dmnd.markets' }, query }, context);
      seen.push(...page.events.map((event) => event.offset));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['0', '1', '2', '3', '4']);
  });

  test('show their value as data', async () => {
    const { events } = await handlersWith({ eventLog }).events({ params: { topic: 't' }, query: { limit: 1 } }, context);
    expect(events).toEqual([{ offset: '0', key: 'k', dedupeId: 'd0', timestamp: '1970-01-01T00:00:00.000Z', value: { a: 1 } }]);
  });

  test('are counted by topic and beginning of the key', async () => {
    const { countEvents } = handlersWith({ eventLog });
    expect(await countEvents({ params: { topic: 'prd2011.dmnd.markets' }, query: { keyPrefix: 'summer' } }, context)).toEqual({ count: 2 });
    expect(await countEvents({ params: { topic: 'prd2011.dmnd.markets' }, query: {} }, context)).toEqual({ count: 5 });
  });
});

describe('the demand-table, for a comparison', () => {
  const traced = { ...item, traceparent: '00-11111111111111111111111111111111-2222222222222222-01' };

  test('shows what is compared, and nothing of the person or of the trace', async () => {
    const handlers = handlersWith({
      reconciliation: {
        entryTable: { list: async () => ({ items: [traced], next: 'fan-1' }), getBatch: async () => [] },
        entryService: { getEntries: async () => ({ entries: [] }) },
        saveEntriesQueue: { send: async () => ({ failed: [] }) },
        clock: createSetClock(),
      },
    });
    const { entries, next } = await handlers.listTable({ params: { campaignId: 'summer-tour' }, query: {} }, context);
    expect(next).toBe('fan-1');
    expect(Object.keys(entries[0] ?? {}).toSorted()).toEqual(
      ['accessCode', 'createdAt', 'entry', 'fanModifiedAt', 'globalUserId', 'needsReplication', 'updatedAt', 'verdict', 'version'].toSorted(),
    );
  });

  test('sends a fan again as the table has it, removes who is only in the Entry Service, and counts who is nowhere', async () => {
    const sent: unknown[] = [];
    const { PK: _pk, SK: _sk, userInfo: _user, needsReplication: _flag, rankedMarkets: _markets, correlationId: _id, ...state } = item;
    const replica = { ...state, globalUserId: 'stray', score: null };
    const handlers = handlersWith({
      reconciliation: {
        entryTable: {
          list: async () => ({ items: [], next: null }),
          getBatch: async (keys) => keys.map((key) => (key.globalUserId === 'fan-1' ? item : null)),
        },
        entryService: { getEntries: async ({ body }) => ({ entries: body.globalUserIds.map((fan) => (fan === 'stray' ? replica : null)) }) },
        saveEntriesQueue: {
          send: async (messages) => {
            sent.push(...messages.map(({ body }) => [body.eventName, body.keys.globalUserId, (body.newImage ?? body.oldImage)?.version]));
            return { failed: [] };
          },
        },
        clock: createSetClock(),
      },
    });
    const answer = await handlers.replicate({ params: { campaignId: 'summer-tour' }, body: { globalUserIds: ['fan-1', 'stray', 'nobody', 'fan-1'] } }, context);
    expect(answer).toEqual({ sent: 2, unknown: 1 });
    expect(sent).toEqual([
      ['MODIFY', 'fan-1', item.version],
      ['REMOVE', 'stray', item.version],
    ]);
  });
});
