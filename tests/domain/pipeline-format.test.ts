import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryFields } from '../../src/domain/entry.ts';
import {
  campaignValue,
  erasedRegistration,
  eventMappingValue,
  formatRecord,
  marketValue,
  registeredMarketValue,
  registrationKey,
  registrationValue,
} from '../../src/domain/pipeline-format.ts';
import type { PipelineSource, RegistrationChange } from '../../src/domain/pipeline-record.ts';
import type { CampaignRecord } from '../../src/generated/pipeline/campaign.ts';
import type { EventMappingRecord } from '../../src/generated/pipeline/event-mapping.ts';
import type { MarketRecord } from '../../src/generated/pipeline/market.ts';
import type { RegisteredMarketRecord } from '../../src/generated/pipeline/registered-market.ts';
import type { RegistrationRecord } from '../../src/generated/pipeline/registration.ts';
import { checkRecord } from '../../src/workers/data-pipeline/record-validators.ts';
import { entryItem } from '../support/entry-item.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const at = '2027-02-09T10:00:00.000Z';

const registration = (entry: EntryFields, changes: Partial<RegistrationChange['item']> = {}, isDeleted = false) =>
  ({ type: 'REGISTRATION', at, data: { isDeleted, item: { ...entryItem({ entry }), ...changes } } }) as const satisfies PipelineSource;

const sources: readonly PipelineSource[] = [
  { type: 'CAMPAIGN', at, data: summerTour({ campaign: { gate: { inviteOnly: 'email', geo: { denyCountries: ['XX'] } } } }).campaign },
  { type: 'MARKET', at, data: market({ notification: { dueAt: at, plannedAt: null, notifiedAt: null } }) },
  { type: 'EVENT_MAPPING', at, data: market() },
  { type: 'REGISTERED_MARKET', at, data: { campaignId: 'summer-tour', marketId: 'london-1', entrants: 9, winners: 3, codes: 2 } },
  registration({ markets: ['london-1'], tickets: 2, newsletter: true, promoters: { 'london-1': true } }),
  registration({}, { selection: { drawId: 'summer-tour/1', position: 4, marketId: 'london-1', waitlist: [] }, linkedFrom: 'spring-tour' }),
  registration({}, {}, true),
];

describe('each type of record', () => {
  test.each(sources.map((source) => [source.type, source] as const))('%s keeps its schema, and means the same after JSON', (_, source) => {
    const record = formatRecord(source);
    expect(checkRecord(record)).toBeNull();
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test('has the type that is made from its schema', () => {
    const [campaign, oneMarket, mapping, registered, entry] = sources;
    if (campaign?.type !== 'CAMPAIGN' || oneMarket?.type !== 'MARKET' || mapping?.type !== 'EVENT_MAPPING') throw new Error('other order');
    if (registered?.type !== 'REGISTERED_MARKET' || entry?.type !== 'REGISTRATION') throw new Error('other order');
    const campaignRecord: CampaignRecord = campaignValue(campaign);
    const marketRecord: MarketRecord = marketValue(oneMarket);
    const mappingRecord: EventMappingRecord = eventMappingValue(mapping);
    const registeredRecord: RegisteredMarketRecord = registeredMarketValue(registered);
    const registrationRecord = registrationValue(entry) satisfies Omit<RegistrationRecord, 'answers' | 'waitlist'>;
    expect([campaignRecord, marketRecord, mappingRecord, registeredRecord, registrationRecord]).toHaveLength(5);
  });
});

describe('what is published of each', () => {
  const { campaign } = summerTour();
  const one = market();
  const event = {
    eventIds: one.event.ids,
    eventDate: one.event.date,
    presaleDateTime: one.event.presaleDateTime,
    venue: one.event.venue,
    ticketer: one.event.ticketer,
  };
  const dedupe = (type: string, id: string) => ({ id: `${type}:${id}:${at}`, timestamp: at });

  test('a campaign', () => {
    const gate = { geo: { denyCountries: ['XX'] }, linkedAccount: { attribute: 'a' }, inviteOnly: 'email' } as const;
    const data = {
      ...campaign,
      gate,
      preferences: [
        { key: 'm', type: 'markets', label: 'Where' },
        { key: 'e', type: 'email', is_optional: true },
      ],
    } as const;
    expect(formatRecord({ type: 'CAMPAIGN', at, data })).toEqual({
      type: 'CAMPAIGN',
      key: 'summer-tour',
      value: {
        campaignId: 'summer-tour',
        slug: campaign.slug,
        name: campaign.name,
        status: campaign.status,
        artist: campaign.artist,
        tour: campaign.tour,
        referenceTimezone: campaign.referenceTimezone,
        open: campaign.date.open,
        close: campaign.date.close,
        presaleStart: campaign.date.presaleStart,
        presaleEnd: campaign.date.presaleEnd,
        reminders: campaign.date.reminders,
        locales: campaign.locales,
        gates: ['inviteOnly', 'geo', 'linkedAccount'],
        preferences: [
          { key: 'm', type: 'markets', isOptional: false },
          { key: 'e', type: 'email', isOptional: true },
        ],
        marketIds: campaign.marketIds,
        selectionMethod: campaign.selection.method,
        maxLots: campaign.selection.maxLots,
        minScore: campaign.selection.minScore,
        maxMarkets: campaign.options.maxMarkets,
        automatedReminders: campaign.options.automatedReminders,
        showAccessCode: campaign.options.showAccessCode,
        dedupe: dedupe('CAMPAIGN', 'summer-tour'),
      },
    });
    const every = { ...gate, linkedCampaign: 'x', idv: { issuer: 'x', tier: 1 }, card: { attribute: 'a' } };
    expect(formatRecord({ type: 'CAMPAIGN', at, data: { ...campaign, gate: every } }).value.gates).toEqual([
      'inviteOnly',
      'geo',
      'linkedCampaign',
      'idv',
      'card',
      'linkedAccount',
    ]);
    expect(formatRecord({ type: 'CAMPAIGN', at, data: { ...campaign, gate: null } }).value.gates).toEqual([]);
  });

  test('a market, and the event of one', () => {
    const data = {
      ...one,
      pricingTiers: [{ name: 'Floor', price: '45.50', currency: 'GBP' }],
      notification: { dueAt: 'due', plannedAt: 'planned', notifiedAt: 'x' },
    };
    expect(formatRecord({ type: 'MARKET', at, data })).toEqual({
      type: 'MARKET',
      key: one.id,
      value: {
        marketId: one.id,
        campaignId: one.campaignId,
        name: one.name,
        city: one.city,
        state: one.state,
        country: one.country,
        timezone: one.timezone,
        ...event,
        link: one.event.link,
        pricingTiers: data.pricingTiers,
        codesMode: one.codes.mode,
        capacity: one.capacity,
        waitlistCapacity: one.waitlistCapacity,
        reminderDueAt: 'due',
        reminderPlannedAt: 'planned',
        dedupe: dedupe('MARKET', one.id),
      },
    });
    expect(formatRecord({ type: 'MARKET', at, data: { ...one, notification: null } }).value).toMatchObject({ reminderDueAt: null, reminderPlannedAt: null });
    expect(formatRecord({ type: 'EVENT_MAPPING', at, data: one })).toEqual({
      type: 'EVENT_MAPPING',
      key: one.id,
      value: { marketId: one.id, campaignId: one.campaignId, ...event, dedupe: dedupe('EVENT_MAPPING', one.id) },
    });
  });

  test('the count of a market', () => {
    const data = { campaignId: 'summer-tour', marketId: 'london-1', entrants: 9, winners: 3, codes: 2 };
    expect(formatRecord({ type: 'REGISTERED_MARKET', at, data })).toEqual({
      type: 'REGISTERED_MARKET',
      key: 'london-1',
      value: { ...data, dedupe: dedupe('REGISTERED_MARKET', 'london-1') },
    });
  });

  test('a registration, before the draw, after it, and gone', () => {
    const { campaignId, globalUserId, createdAt, updatedAt } = entryItem();
    const known = { campaignId, globalUserId, createdAt, updatedAt, version: 1, markets: ['london-1', 'paris-1'], answers: { tickets: 2 } };
    const nothing = { verdict: 'PENDING', drawId: null, position: null, wonMarketId: null, waitlist: [], linkedFrom: null };
    const id = `REGISTRATION:summer-tour/fan-000001:${createdAt}:1`;
    expect(formatRecord(registration({ tickets: 2 }))).toEqual({
      type: 'REGISTRATION',
      key: 'summer-tour/fan-000001',
      value: { ...known, ...nothing, isDeleted: false, dedupe: { id, timestamp: at } },
    });
    const waiting = { drawId: 'summer-tour/1', position: 4, waitlist: [{ marketId: 'paris-1', place: 2 }] };
    expect(formatRecord(registration({ tickets: 2 }, { verdict: 'WAITLIST', selection: waiting, linkedFrom: 'spring-tour' })).value).toEqual({
      ...known,
      verdict: 'WAITLIST',
      ...waiting,
      wonMarketId: null,
      linkedFrom: 'spring-tour',
      isDeleted: false,
      dedupe: { id, timestamp: at },
    });
    const won = { ...waiting, marketId: 'london-1', waitlist: [] };
    expect(formatRecord(registration({}, { selection: won })).value).toMatchObject({ wonMarketId: 'london-1', waitlist: [] });
    expect(formatRecord(registration({ tickets: 2 }, {}, true)).value).toEqual({
      ...known,
      ...nothing,
      isDeleted: true,
      markets: [],
      answers: {},
      dedupe: { id: `${id}:deleted`, timestamp: at },
    });
  });
});

describe('what is gone', () => {
  test('is said to be, under an id of its own', () => {
    const { campaign } = summerTour();
    for (const source of [
      { type: 'CAMPAIGN', at, data: campaign },
      { type: 'MARKET', at, data: market() },
      { type: 'EVENT_MAPPING', at, data: market() },
    ] as const) {
      const { id } = source.data;
      expect(formatRecord(source).value).not.toHaveProperty('isDeleted');
      expect(formatRecord(source).value.dedupe.id).toBe(`${source.type}:${id}:${at}`);
      if (source.type === 'CAMPAIGN') continue;
      const deleted = formatRecord({ ...source, isDeleted: true }).value;
      expect(deleted).toMatchObject({ isDeleted: true, dedupe: { id: `${source.type}:${id}:${at}:deleted`, timestamp: at } });
    }
  });

  test('of an erased fan says that somebody was here', () => {
    const never = '1970-01-01T00:00:00.000Z';
    expect(erasedRegistration('summer-tour', '00ff')).toEqual({
      key: 'summer-tour/erased:00ff',
      value: {
        campaignId: 'summer-tour',
        globalUserId: 'erased:00ff',
        isDeleted: true,
        markets: [],
        answers: {},
        verdict: 'PENDING',
        drawId: null,
        position: null,
        wonMarketId: null,
        waitlist: [],
        linkedFrom: null,
        version: 1,
        createdAt: never,
        updatedAt: never,
        dedupe: { id: `REGISTRATION:summer-tour/erased:00ff:${never}:1:deleted`, timestamp: never },
      },
    });
  });
});

test('records of one entity share a key, and those of a campaign’s registrations a prefix', () => {
  expect(formatRecord(registration({})).key).toBe(registrationKey({ campaignId: 'summer-tour', globalUserId: 'fan-000001' }));
  expect(formatRecord(registration({})).key.startsWith('summer-tour/')).toBe(true);
});

describe('the dedupe id', () => {
  const idOf = (source: PipelineSource): string => formatRecord(source).value.dedupe.id;

  test('is the same when a change is replayed at another time', () => {
    expect(idOf({ ...registration({}), at: '2027-03-01T00:00:00.000Z' })).toBe(idOf(registration({})));
  });

  test('differs by version, by life of the entry, by fan, and for the removal', () => {
    const ids = [
      registration({}),
      registration({}, { version: 2 }),
      registration({}, { createdAt: '2027-02-02T10:00:00.000Z' }),
      registration({}, { globalUserId: 'fan-000002' }),
      registration({}, {}, true),
    ].map(idOf);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('registrations hold no personal data', () => {
  const personal = fc.stringMatching(/^[A-Z]{12}$/);
  const choice = fc.stringMatching(/^[a-z]{3}$/);
  const answers = fc.dictionary(choice, fc.oneof(personal, fc.integer(), fc.boolean(), fc.array(choice), fc.dictionary(choice, fc.boolean())));

  test('whatever a fan typed stays here; numbers, choices, yes and no go out', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (entry, isDeleted) => {
        const record = formatRecord(registration(entry, {}, isDeleted));
        expect(JSON.stringify(record)).not.toMatch(/[A-Z]{12}(?<!REGISTRATION)/);
        expect(record.value.answers).toEqual(isDeleted ? {} : Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value !== 'string')));
        expect(checkRecord(record)).toBeNull();
      }),
    );
  });

  test('neither the fan’s details nor the code go out', () => {
    const whole = { ...entryItem({ accessCode: 'CODE-1', verdict: 'WINNER' }) };
    const text = JSON.stringify(formatRecord({ type: 'REGISTRATION', at, data: { isDeleted: false, item: whole } }));
    expect(text).not.toMatch(/ann@example\.org|Ann|Example|CODE-1/);
  });

  test('the ranked markets go out in their order', () => {
    expect(formatRecord(registration({}, { rankedMarkets: ['paris-1', 'london-1'] })).value.markets).toEqual(['paris-1', 'london-1']);
  });
});

test('the shared code of a market is not published', () => {
  const record = formatRecord({ type: 'MARKET', at, data: market({ codes: { mode: 'shared', sharedCode: 'FRIENDS27' } }) });
  expect(JSON.stringify(record)).not.toContain('FRIENDS27');
});

describe('a record that breaks its schema', () => {
  test('is named with the place and the rule, never with the value', () => {
    const record = formatRecord(registration({}));
    const error = checkRecord({ ...record, value: { ...record.value, version: 'ann@example.org' } });
    expect(error?.message).toBe('The REGISTRATION record breaks its schema at /version: type.');
    expect(checkRecord({ ...record, value: { ...record.value, email: 'ann@example.org' } })?.message).toContain('/email: additionalProperties');
  });
  test('is one without a type, a value or a key, too', () => {
    const record = formatRecord(registration({}));
    for (const broken of [null, {}, { ...record, type: 'toString' }, { ...record, value: null }, { ...record, key: '' }]) {
      expect(checkRecord(broken as never)?.code).toBe('RECORD_INVALID');
    }
  });
});
