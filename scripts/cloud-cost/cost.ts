import type { Domain } from '../../src/topology.ts';
import type { PriceName, Prices } from './prices.ts';
import type { Counts, TallyRow } from './tally.ts';

export type Bill = Readonly<Record<PriceName, number>>;

export interface DomainCost {
  readonly domain: Domain;
  /** Billed units by price. */
  readonly units: Bill;
  readonly usd: number;
}

export const domains = ['registration', 'replication', 'selection', 'data-pipeline', 'notification'] as const satisfies readonly Domain[];

const GIGABYTE = 1024 ** 3;

/**
 * How long each row's function runs in all, in milliseconds: calls one after the other at the assumed times, and a
 * service that it calls runs meanwhile. Calls side by side take less, so it is rather too much.
 */
export const durations = (rows: readonly TallyRow[], { assumptions }: Prices): ReadonlyMap<TallyRow, number> => {
  const of = (name: keyof typeof assumptions): number => assumptions[name].value;
  const ownMs = ({ counts }: TallyRow): number => {
    const n = (counter: keyof Counts): number => counts[counter] ?? 0;
    return (
      n('invocations') * of('invocationMs') +
      n('records') * of('recordMs') +
      n('dynamodbRequests') * of('dynamodbMs') +
      n('sqsSends') * of('sqsMs') +
      n('snsRequests') * of('snsMs') +
      (n('s3Writes') + n('s3Reads')) * of('s3Ms') +
      n('secretReads') * of('secretMs') +
      n('mails') * of('mailMs')
    );
  };
  const ms = new Map(rows.map((row) => [row, ownMs(row)]));
  // A worker waits for the services that were called on its behalf.
  return new Map(
    rows.map((row) => {
      if (row.caller !== null) return [row, ms.get(row) ?? 0];
      const called = rows.filter(({ domain, caller }) => domain === row.domain && caller === row.function);
      return [row, called.reduce((sum, service) => sum + (ms.get(service) ?? 0) + (service.counts.invocations ?? 0) * of('serviceMs'), ms.get(row) ?? 0)];
    }),
  );
};

const emptyBill = (prices: Prices): Record<PriceName, number> =>
  Object.fromEntries(Object.keys(prices.prices).map((name) => [name, 0])) as Record<PriceName, number>;

/** What so many fans are billed, by domain, from the counts of one fan. `memoryMB` by function; 512 where it names none. */
export const costsOf = (perFan: readonly TallyRow[], fans: number, memoryMB: Readonly<Record<string, number>>, prices: Prices): readonly DomainCost[] => {
  const took = durations(perFan, prices);
  return domains.map((domain) => {
    const bill = emptyBill(prices);
    for (const row of perFan) {
      if (row.domain !== domain) continue;
      const n = (counter: keyof Counts): number => (row.counts[counter] ?? 0) * fans;
      bill.lambdaRequests += n('invocations');
      bill.lambdaGbSeconds += (((took.get(row) ?? 0) * fans) / 1000) * ((memoryMB[row.function] ?? 512) / 1024);
      bill.appsyncOperations += n('appsyncOperations');
      bill.httpRequests += n('httpRequests');
      bill.wafRequests += n('appsyncOperations');
      bill.dynamodbWriteUnits += n('dynamodbWriteUnits');
      bill.dynamodbReadUnits += n('dynamodbReadUnits');
      bill.sqsRequests += n('sqsSends') + n('sqsPolls');
      bill.snsRequests += n('snsRequests');
      bill.s3Writes += n('s3Writes');
      bill.s3Reads += n('s3Reads');
      bill.secretReads += n('secretReads');
      bill.mails += n('mails');
      bill.stateTransitions += n('stateTransitions');
      bill.logGigabytes += (n('invocations') * prices.assumptions.logBytesAnInvocation.value) / GIGABYTE;
    }
    if (domain === 'selection') bill.lambdaGbSeconds += (fans * prices.assumptions.drawMsAFan.value * ((memoryMB['campaign-service'] ?? 512) / 1024)) / 1000;
    return { domain, units: bill, usd: usdOf(bill, prices) };
  });
};

/** What a bill comes to. Units are not rounded up: the provider adds a month up before it rounds. */
export const usdOf = (bill: Bill, { prices }: Prices): number =>
  (Object.entries(bill) as [PriceName, number][]).reduce((sum, [name, units]) => sum + (units * prices[name].usd) / prices[name].per, 0);

export const totalOf = (costs: readonly DomainCost[]): number => costs.reduce((sum, { usd }) => sum + usd, 0);
