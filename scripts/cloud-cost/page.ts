import { type Capacity, capacityOf } from './capacity.ts';
import { costsOf, type DomainCost, domains, totalOf } from './cost.ts';
import { type CostData, designsOf } from './cost-data.ts';
import type { PriceName, Prices } from './prices.ts';

/** The tables of docs/capacity.md. */
const MILLION = 1_000_000;

export interface Comparison {
  readonly fans: number;
  readonly batched: readonly DomainCost[];
  readonly single: readonly DomainCost[];
}

export const compare = (data: CostData, fans: number, prices: Prices): Comparison => ({
  fans,
  batched: costsOf(designsOf(data).batched, fans, data.memoryMB, prices),
  single: costsOf(designsOf(data).single, fans, data.memoryMB, prices),
});

type Row = readonly string[];
const table = (head: Row, rows: readonly Row[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const dollars = (usd: number): string => `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const count = (value: number): string => (Number.isFinite(value) ? value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 }) : 'all');
const ratio = (ours: number, other: number): string => (other === 0 ? '-' : (ours / other).toFixed(2));

/** Ours beside record by record, by domain; the last row leaves out what nobody can batch. */
export const costTable = (data: CostData, prices: Prices): string => {
  const one = compare(data, MILLION, prices);
  const ten = compare(data, 10 * MILLION, prices);
  const usdAt = (costs: readonly DomainCost[], domain: string): number => costs.find((cost) => cost.domain === domain)?.usd ?? 0;
  const row = (name: string, at: (costs: readonly DomainCost[]) => number): Row => [
    name,
    dollars(at(one.batched)),
    dollars(at(one.single)),
    dollars(at(ten.batched)),
    dollars(at(ten.single)),
    ratio(at(one.batched), at(one.single)),
  ];
  return table(
    ['domain', 'a million fans', 'record by record', 'ten million fans', 'record by record', 'ratio'],
    [
      ...domains.map((domain) => row(domain, (costs) => usdAt(costs, domain))),
      row('all', totalOf),
      row('all but mails and the front door', (costs) => totalOf(costs) - unbatchable(costs, prices)),
    ],
  );
};

/** What is billed for each fan however the flow behind is built: the request that they make, and the mail that they get. */
const SINGLE_BY_NATURE: readonly PriceName[] = ['mails', 'appsyncOperations', 'httpRequests', 'wafRequests'];

const unbatchable = (costs: readonly DomainCost[], { prices }: Prices): number =>
  costs.reduce((sum, { units }) => sum + SINGLE_BY_NATURE.reduce((of, name) => of + (units[name] * prices[name].usd) / prices[name].per, 0), 0);

/** What a million fans are billed for, price by price. */
export const unitTable = (data: CostData, prices: Prices): string => {
  const { batched, single } = compare(data, MILLION, prices);
  const unitsOf = (costs: readonly DomainCost[], name: PriceName): number => costs.reduce((sum, { units }) => sum + units[name], 0);
  return table(
    ['billed', 'a million fans', 'record by record', 'price', 'a million fans', 'record by record'],
    (Object.keys(prices.prices) as PriceName[]).map((name) => {
      const { usd, per, unit } = prices.prices[name];
      const [ours, other] = [unitsOf(batched, name), unitsOf(single, name)];
      return [unit, count(ours), count(other), `$${usd}${per === 1 ? '' : ' a million'}`, dollars((ours * usd) / per), dollars((other * usd) / per)];
    }),
  );
};

export const quotaTable = ({ uses }: Capacity): string =>
  table(
    ['quota', 'of what', 'mean', 'peak', 'default', 'peak of default', 'can be raised', 'source'],
    uses.map(({ unit, what, mean, peak, limit, adjustable, source }) => [
      unit,
      what,
      count(mean),
      count(peak),
      count(limit),
      `${(peak / limit).toFixed(2)}`,
      adjustable ? 'yes' : 'no',
      source,
    ]),
  );

export const paceTable = ({ paces }: Capacity): string =>
  table(
    ['worker', 'executions at a time', 'fans a second', 'through with ten million after'],
    paces.map(({ worker, concurrency, fansASecond, minutes }) => [`\`${worker}\``, count(concurrency), count(fansASecond), `${count(minutes)} minutes`]),
  );

export const tenMillionInAnHour = (data: CostData, prices: Prices): Capacity => capacityOf(designsOf(data).batched, 10 * MILLION, prices);

/** Where the numbers are from, in a sentence for the page. */
export const runsLine = ({ date, run }: CostData): string =>
  `Counted on ${date} in a run of ${run.fans} registered fans, of whom ${run.winners} won and were mailed.`;

export const assumptionTable = ({ assumptions }: Prices): string =>
  table(
    ['assumed', 'value', 'what it is'],
    Object.entries(assumptions).map(([name, { value, why }]) => [`\`${name}\``, String(value), why]),
  );

/** What docs/capacity.md prints, by the name of its block. */
export const capacityBlocks = (data: CostData, prices: Prices): Readonly<Record<string, string>> => {
  const capacity = tenMillionInAnHour(data, prices);
  return {
    runs: runsLine(data),
    costs: costTable(data, prices),
    units: unitTable(data, prices),
    quotas: `${firstLine(capacity)}\n\n${quotaTable(capacity)}`,
    paces: paceTable(capacity),
    assumptions: assumptionTable(prices),
    refused: refusedTable(data),
  };
};

const firstLine = ({ uses: [first], meanRate, peakRate }: Capacity): string =>
  `Ten million in an hour are ${count(meanRate)} registrations a second, and ${count(peakRate)} in the first minutes.${
    first === undefined ? '' : ` Met first: ${first.unit} (${first.what}), ${count(first.peak)} of ${count(first.limit)}.`
  }`;

/** How many of the write units were for nothing, by domain. */
const refusedTable = ({ run: { rows } }: CostData): string => {
  const of = (domain: string, counter: 'refusedWriteUnits' | 'dynamodbWriteUnits'): number =>
    rows.filter((row) => row.domain === domain).reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);
  return table(
    ['domain', 'refused', 'of write units'],
    domains.map((domain) => [domain, count(of(domain, 'refusedWriteUnits')), count(of(domain, 'dynamodbWriteUnits'))]),
  );
};
