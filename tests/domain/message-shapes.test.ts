import { describe, expect, test } from 'vitest';
import type { EntryItem } from '../../src/domain/entry.ts';
import type { EntryChange, QueueMessages, QueueName } from '../../src/domain/message.ts';
import { messageShapes } from '../../src/domain/message-shapes.ts';
import { globalUserId, id, instant, list, object, oneOf, optional, text, wholeFrom } from '../../src/domain/shape.ts';

const at = '2027-02-09T10:00:00.000Z';
const keys = { campaignId: 'summer-tour', globalUserId: 'fan-1' };
const ofMarket = { campaignId: 'summer-tour', marketId: 'london-1' };
const userInfo = {
  globalUserId: 'fan-1',
  memberId: 'm-1',
  email: 'ann@example.org',
  phoneNumber: '+44',
  firstName: 'Ann',
  lastName: 'Lee',
  postalCode: 'N1',
  countryCode: 'GB',
  locale: 'en',
};
const item: EntryItem = {
  PK: 'ENTRY#summer-tour#fan-1',
  SK: 'ENTRY',
  ...keys,
  entry: {},
  rankedMarkets: ['london-1'],
  userInfo,
  verdict: 'WINNER',
  accessCode: 'CODE-1',
  selection: { drawId: 'summer-tour/1', position: 1, waitlist: [] },
  needsReplication: true,
  version: 1,
  createdAt: at,
  updatedAt: at,
  fanModifiedAt: at,
  linkedFrom: 'spring-tour',
  correlationId: 'c-1',
  traceparent: '00-0',
};
const winner = { globalUserId: 'fan-1', verdict: 'WINNER', position: 1, accessCode: 'CODE-1', waitlist: [{ marketId: 'paris-1', place: 2 }] } as const;
const record = { type: 'MARKET', key: 'london-1', value: { dedupe: { id: 'x', timestamp: at } } } as const;

/** A message of each queue with all that may be in it. */
const whole: { readonly [Q in QueueName]: QueueMessages[Q] } = {
  saveEntriesQueue: { eventName: 'MODIFY', keys, at, newImage: item, oldImage: item },
  retryScoreQueue: keys,
  emailJobQueue: { ...ofMarket, globalUserId: 'fan-1', template: 'receipt', occurrence: at },
  userInfoQueue: { ...userInfo, modifiedAt: at },
  saveSelectionQueue: { ...ofMarket, chunkId: 'c/1', drawId: 'd/1', codes: 'unique', selections: [winner] },
  verdictReporterQueue: { ...ofMarket, reportId: 'c/1', drawId: 'd/1', counts: { winners: 0, waitlisted: 0, losers: 0, withdrawn: 0 } },
  refreshSelectionQueue: ofMarket,
  dataQueue: { type: 'REGISTERED_MARKET', at, data: { ...ofMarket, entrants: 1, winners: 1, codes: 1 } },
  'campaign-queue': record,
  'market-queue': record,
  'registration-queue': record,
  'event-mapping-queue': record,
  'registered-market-queue': record,
};
/** What may be left out, at whatever depth. */
const OPTIONAL = [
  'position',
  'memberId',
  'phoneNumber',
  'postalCode',
  'countryCode',
  'accessCode',
  'selection',
  'linkedFrom',
  'traceparent',
  'modifiedAt',
  'oldImage',
];
/** Objects of which nothing more is looked at. */
const OPEN = ['entry', 'selection', 'data', 'value'];

/** Every place of a message that its shape looks at, as the way to it. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  const below = typeof value === 'object' && value !== null && !OPEN.includes(path.at(-1) ?? '') ? Object.entries(value) : [];
  return [...(path.length > 0 ? [path] : []), ...below.flatMap(([key, member]) => placesIn(member, [...path, key]))];
};
const changedAt = (value: unknown, [key = '', ...rest]: readonly string[], to: unknown): unknown => {
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = rest.length > 0 ? changedAt(copy[key], rest, to) : to;
  return copy;
};
const queues = Object.keys(whole) as readonly QueueName[];

describe.each(queues)('a message of %s', (queue) => {
  const shape = messageShapes[queue];

  test('is taken up with all that may be in it, and with more', () => {
    expect(shape(whole[queue])).toBeNull();
    expect(shape({ ...whole[queue], later: 1 })).toBeNull();
  });

  test.each(placesIn(whole[queue]).map((path) => [path.join('.'), path] as const))(
    'is refused where %s is missing, unless it may be, or another thing',
    (field, path) => {
      const name = path.at(-1) ?? '';
      const missing = shape(changedAt(whole[queue], path, undefined));
      expect(missing).toEqual(OPTIONAL.includes(name) ? null : { field, rule: 'is missing' });
      const wrong = shape(changedAt(whole[queue], path, Number.NaN));
      expect(wrong?.field).toBe(field);
      expect(wrong?.rule).toMatch(/^must be /);
    },
  );

  test.each([undefined, null, 7, 'x', []])('is refused as %j', (body) => {
    expect(shape(body)?.field).toBe('');
  });
});

describe('a change of an entry', () => {
  const { saveEntriesQueue: shape } = messageShapes;
  const change = whole.saveEntriesQueue;
  const { newImage: _, ...withoutNew } = change;
  const { oldImage: __, ...withoutOld } = change;
  const named = (eventName: string, { eventName: ___, ...rest }: Partial<EntryChange>): object => ({ eventName, ...rest });

  test('brings what is there now', () => {
    for (const eventName of ['INSERT', 'MODIFY']) {
      expect(shape(named(eventName, withoutOld))).toBeNull();
      expect(shape(named(eventName, withoutNew))).toEqual({ field: 'newImage', rule: 'is missing' });
    }
  });

  test('brings what was there where it was removed', () => {
    expect(shape(named('REMOVE', withoutNew))).toBeNull();
    expect(shape(named('REMOVE', withoutOld))).toEqual({ field: 'oldImage', rule: 'is missing' });
  });

  test('is of no other kind', () => {
    expect(shape(named('UPSERT', change))).toEqual({ field: 'eventName', rule: 'must be one of INSERT, MODIFY, REMOVE' });
  });
});

test('a chunk holds 1 to 25 outcomes', () => {
  const chunk = (count: number) => messageShapes.saveSelectionQueue({ ...whole.saveSelectionQueue, selections: Array.from({ length: count }, () => winner) });
  expect([1, 25].map(chunk)).toEqual([null, null]);
  expect(chunk(0)).toEqual({ field: 'selections', rule: 'must have at least 1' });
  expect(chunk(26)).toEqual({ field: 'selections', rule: 'must have at most 25' });
});

test('a mail about a whole campaign is of no market, but of no less than that', () => {
  const mail = (marketId: unknown) => messageShapes.emailJobQueue({ ...whole.emailJobQueue, marketId });
  expect([mail(null), mail('london-1'), mail('')?.field, mail(undefined)?.rule]).toEqual([null, null, 'marketId', 'is missing']);
});

test('numbers count from where they have to', () => {
  const place = (change: object) => messageShapes.saveSelectionQueue({ ...whole.saveSelectionQueue, selections: [{ ...winner, ...change }] });
  expect(place({ position: 0 })).toEqual({ field: 'selections.0.position', rule: 'must be a whole number from 1' });
  expect(place({ waitlist: [{ marketId: 'paris-1', place: 0 }] })).toEqual({ field: 'selections.0.waitlist.0.place', rule: 'must be a whole number from 1' });
  expect(messageShapes.saveEntriesQueue({ ...whole.saveEntriesQueue, newImage: { ...item, version: 0 } })?.rule).toBe('must be a whole number from 1');
});

test.each<[string, QueueName, string, readonly string[]]>([
  ['verdicts of entries', 'saveEntriesQueue', 'newImage.verdict', ['PENDING', 'WINNER', 'LOSER', 'WAITLIST']],
  ['kinds of items', 'saveEntriesQueue', 'newImage.SK', ['ENTRY']],
  ['verdicts of a draw', 'saveSelectionQueue', 'selections.0.verdict', ['WINNER', 'LOSER', 'WAITLIST']],
  ['kinds of codes', 'saveSelectionQueue', 'codes', ['unique', 'shared']],
  ['who was counted before', 'saveSelectionQueue', 'counted', ['winners', 'nobody']],
  ['kinds of mails', 'emailJobQueue', 'template', ['reminder', 'receipt', 'result']],
  ['types of what changed', 'dataQueue', 'type', ['CAMPAIGN', 'MARKET', 'REGISTRATION', 'EVENT_MAPPING', 'REGISTERED_MARKET']],
  ['types of records', 'market-queue', 'type', ['CAMPAIGN', 'MARKET', 'REGISTRATION', 'EVENT_MAPPING', 'REGISTERED_MARKET']],
])('%s are these and no others', (_, queue, field, words) => {
  const having = (word: string) => messageShapes[queue](changedAt(whole[queue], field.split('.'), word));
  for (const word of words) expect(having(word)).toBeNull();
  expect(having('OTHER')).toEqual({ field, rule: `must be one of ${words.join(', ')}` });
});

describe('a value', () => {
  test.each(['a', 'summer-tour-2', '0'.repeat(64)])('%s is an id', (value) => expect(id(value)).toBeNull());
  test.each(['', 'A', 'a b', ' a', 'a\n', 'ä', '0'.repeat(65), 7])('%j is no id', (value) =>
    expect(id(value)).toEqual({ field: '', rule: 'must be 1 to 64 of the characters a-z, 0-9 and "-"' }),
  );

  test.each([
    '2027-02-09T10:00:00Z',
    '2027-02-19T10:00:00Z',
    '2027-02-20T10:00:00Z',
    '2027-12-31T23:59:59.9Z',
    '2027-10-01T00:00:00.123456789Z',
    '2027-02-30T19:00:00.000Z',
  ])('%s is an instant', (value) => expect(instant(value)).toBeNull());
  test.each([
    '2027-02-09T10:00:00',
    '2027-02-09T10:00:00+00:00',
    ' 2027-02-09T10:00:00Z',
    '2027-02-09T10:00:00Z ',
    '2027-00-09T10:00:00Z',
    '2027-13-09T10:00:00Z',
    '2027-20-09T10:00:00Z',
    '2027-02-00T10:00:00Z',
    '2027-02-32T10:00:00Z',
    '2027-02-40T10:00:00Z',
    '2027-02-09T24:00:00Z',
    '2027-02-09T30:00:00Z',
    '2027-02-09T10:60:00Z',
    '2027-02-09T10:00:60Z',
    '2027-02-09T10:00:00.Z',
    '2027-02-09T10:00:00.1234567890Z',
    '27-02-09T10:00:00Z',
    '2027-02-09 10:00:00Z',
    '2027-02-09T10:00Z',
    1,
  ])('%j is no instant', (value) => expect(instant(value)).toEqual({ field: '', rule: 'must be a UTC instant' }));

  test('that is no id of a fan, no text or no whole number is named so', () => {
    expect(globalUserId('a b')).toEqual({ field: '', rule: 'must be the id of a fan' });
    expect(text(null)).toEqual({ field: '', rule: 'must be a text' });
    expect([0, 1, 1.5, '1', 2 ** 53].map((value) => wholeFrom(1)(value)?.rule ?? 'fine')).toEqual([
      'must be a whole number from 1',
      'fine',
      ...Array<string>(3).fill('must be a whole number from 1'),
    ]);
  });

  test('that may be left out is right or absent, and null is neither', () => {
    expect([undefined, 'a', null].map((value) => optional(text)(value)?.rule ?? 'fine')).toEqual(['fine', 'fine', 'must be a text']);
  });

  test('of a list is named by its place in it, the first that is wrong', () => {
    expect(list(oneOf('a', 'b'))([])).toBeNull();
    expect(list(oneOf('a', 'b'))(['b', 'a', 'c', 'd'])).toEqual({ field: '2', rule: 'must be one of a, b' });
    expect(list(text)('a')).toEqual({ field: '', rule: 'must be a list' });
    expect(list(list(text))([['a'], ['a', 1]])).toEqual({ field: '1.1', rule: 'must be a text' });
  });

  test("is an object's own, never one that every object has", () => {
    expect(object<{ readonly constructor: string }>({ constructor: text as never })({})).toEqual({ field: 'constructor', rule: 'is missing' });
  });
});
