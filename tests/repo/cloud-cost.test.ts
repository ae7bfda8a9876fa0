import { describe, expect, test } from 'vitest';
import { capacityOf } from '../../scripts/cloud-cost/capacity.ts';
import { costsOf, domains, totalOf, usdOf } from '../../scripts/cloud-cost/cost.ts';
import { designsOf, readCostData } from '../../scripts/cloud-cost/cost-data.ts';
import type { CountedLine } from '../../scripts/cloud-cost/counted-line.ts';
import { compare } from '../../scripts/cloud-cost/page.ts';
import { readPrices } from '../../scripts/cloud-cost/prices.ts';
import { recordByRecord } from '../../scripts/cloud-cost/record-by-record.ts';
import { sixtyFourKilobytes, type TallyRow, tallyOf } from '../../scripts/cloud-cost/tally.ts';

const prices = readPrices();
const invocation = { kind: 'invocation', caller: null, from: null, ms: 9, cold: false, failed: false, logBytes: 0, logLines: 0 } as const;
const saveEntries = { ...invocation, function: 'reg-save-entries', for: 'reg-save-entries', source: 'sqs' } as const;
const call = { kind: 'call', bytes: 10, status: 200 } as const;

const countsOf = (lines: readonly CountedLine[], name: string) => tallyOf(lines).find((row) => row.function === name);

describe('what is counted', () => {
  test.each([
    [0, 1],
    [65_536, 1],
    [65_537, 2],
    [262_144, 4],
  ])('%i bytes are %i requests of 64 KB', (bytes, requests) => {
    expect(sixtyFourKilobytes(bytes)).toBe(requests);
  });

  test('a batch of 25 messages is received and deleted in three requests each, one message in one each', () => {
    expect(countsOf([{ ...saveEntries, records: 25 }], 'save-entries')?.counts.sqsPolls).toBe(6);
    expect(countsOf([{ ...saveEntries, records: 1 }], 'save-entries')?.counts.sqsPolls).toBe(2);
  });

  test("a service's work is its caller's domain's", () => {
    const line = { ...call, service: 'dynamodb', action: 'TransactWriteItems', function: 'reg-entry-service', write: 8, read: 0 } as const;
    const rows = tallyOf([
      { ...line, for: 'saveEntries' },
      { ...line, for: 'saveSelections' },
    ]);
    expect(rows.map(({ domain, caller, counts }) => [domain, caller, counts.dynamodbWriteUnits])).toEqual([
      ['replication', 'save-entries', 8],
      ['selection', 'save-selections', 8],
    ]);
  });

  test('a registration is one operation at the front door, and what the tool asks for is nothing', () => {
    const lines = ['POST /graphql', 'GET /operator/v1/flow'].map((action) => ({ ...call, service: 'http-api', action, function: null, for: 'reg' }));
    expect(tallyOf([...lines, { ...invocation, function: 'reg-front', for: 'reg', source: 'http', records: 1 }])).toEqual([
      { domain: 'registration', function: 'front door', caller: null, counts: { httpRequests: 1, appsyncOperations: 1 } },
    ]);
  });

  test('record by record a batch of 25 is 25 of everything but the entries themselves', () => {
    const batch = { invocations: 1, records: 25, sqsPolls: 6, dynamodbRequests: 26, sqsSends: 3, sqsMessages: 25 };
    const service = { invocations: 1, records: 1, dynamodbRequests: 1, dynamodbWriteUnits: 52 };
    const [worker, entries] = recordByRecord([
      { domain: 'replication', function: 'save-entries', caller: null, counts: batch },
      { domain: 'replication', function: 'entry-service', caller: 'save-entries', counts: service },
    ]);
    expect(worker?.counts).toMatchObject({ invocations: 25, sqsPolls: 50, sqsSends: 25 });
    expect(entries?.counts).toMatchObject({ invocations: 25, dynamodbRequests: 25, dynamodbWriteUnits: 100 });
  });
});

describe('what it costs', () => {
  const rows: readonly TallyRow[] = [
    { domain: 'replication', function: 'save-entries', caller: null, counts: { invocations: 0.04, records: 1, dynamodbRequests: 1, sqsPolls: 0.24 } },
    { domain: 'replication', function: 'entry-service', caller: 'save-entries', counts: { invocations: 0.04, records: 0.04, dynamodbWriteUnits: 2.08 } },
  ];

  test('a worker is paid while it waits for the services it calls', () => {
    const [, replication] = costsOf(rows, 1_000_000, { 'save-entries': 1024, 'entry-service': 1024 }, prices);
    const { invocationMs, recordMs, dynamodbMs, serviceMs } = prices.assumptions;
    const service = 0.04 * invocationMs.value + 0.04 * recordMs.value;
    const worker = 0.04 * invocationMs.value + recordMs.value + dynamodbMs.value + service + 0.04 * serviceMs.value;
    expect(replication?.units.lambdaGbSeconds).toBeCloseTo(1000 * (worker + service), 6);
    expect(replication?.units).toMatchObject({ dynamodbWriteUnits: 2_080_000, sqsRequests: 240_000 });
  });

  test('units times prices is the bill', () => {
    const none = Object.fromEntries(Object.keys(prices.prices).map((name) => [name, 0])) as Parameters<typeof usdOf>[0];
    expect(usdOf({ ...none, dynamodbWriteUnits: 3_000_000, mails: 1000 }, prices)).toBeCloseTo(3 * prices.prices.dynamodbWriteUnits.usd + 0.1, 9);
  });

  test('the domains add up to the total, and ten times the fans cost ten times as much', () => {
    const data = readCostData();
    const [one, ten] = [compare(data, 1_000_000, prices), compare(data, 10_000_000, prices)];
    for (const design of ['batched', 'single'] as const) {
      expect(one[design].map(({ domain }) => domain)).toEqual([...domains]);
      const units = one[design].reduce((sum, { units: of }) => sum + usdOf(of, prices), 0);
      expect(units).toBeCloseTo(totalOf(one[design]), 6);
      expect(totalOf(ten[design]) / totalOf(one[design])).toBeCloseTo(10, 6);
    }
  });

  test('no counted row is of a domain that the bill does not know', () => {
    const counted = readCostData().run.rows.map(({ domain }) => domain);
    expect([...new Set(counted)].filter((domain) => !domains.some((known) => known === domain))).toEqual([]);
  });
});

describe('what the hour takes', () => {
  test('the fullest quota is named first, and the front door follows the fans', () => {
    const rows = designsOf(readCostData()).batched;
    const { uses, meanRate, peakRate } = capacityOf(rows, 36_000_000, prices);
    expect(meanRate).toBe(10_000);
    expect(peakRate).toBe(10_000 * prices.assumptions.peakFactor.value);
    const shares = uses.map(({ peak, limit }) => peak / limit);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    const twice = capacityOf(rows, 72_000_000, prices).uses.find(({ quota }) => quota === 'appsyncTokens');
    expect(twice?.peak).toBeCloseTo(2 * (uses.find(({ quota }) => quota === 'appsyncTokens')?.peak ?? 0), 6);
  });
});
