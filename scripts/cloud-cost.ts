import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ASSEMBLY, PREFIX } from '../tests/aws/cloud.ts';
import { totalOf } from './cloud-cost/cost.ts';
import { COST_FILE, type CostData, readCostData } from './cloud-cost/cost-data.ts';
import { countRun } from './cloud-cost/count-run.ts';
import { compare, costTable, quotaTable, runsLine, tenMillionInAnHour, unitTable } from './cloud-cost/page.ts';
import { readPrices } from './cloud-cost/prices.ts';
import { tallyOf } from './cloud-cost/tally.ts';

/**
 * `npm run cost`: what a million and ten million fans cost, and which quota is met first. `-- --count` counts anew, in
 * a run on the emulator (some minutes), and keeps the counts in bench/cloud-cost.json.
 */
const { values } = parseArgs({ options: { count: { type: 'boolean', default: false } } });

const FANS = 600;

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>>;
}

/** By function, from the synthesised stack. */
const memoryOfFunctions = (): Readonly<Record<string, number>> => {
  const { Resources }: Template = JSON.parse(readFileSync(join(ASSEMBLY, `${PREFIX}-flow.template.json`), 'utf8'));
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return Object.fromEntries(
    functions.map(({ Properties = {} }) => [String(Properties.FunctionName).slice(PREFIX.length + 1), Number(Properties.MemorySize)] as const).toSorted(),
  );
};

const count = async (): Promise<CostData> => {
  const { registered, winners, lines } = await countRun(FANS);
  return { date: new Date().toISOString().slice(0, 10), memoryMB: memoryOfFunctions(), run: { fans: registered, winners, rows: tallyOf(lines) } };
};

const prices = readPrices();
const data = values.count ? await count() : readCostData();
const usd = [1_000_000, 10_000_000].map((fans) => {
  const { batched, single } = compare(data, fans, prices);
  const byDomain = (costs: typeof batched) => Object.fromEntries([...costs.map((cost) => [cost.domain, cost.usd]), ['all', totalOf(costs)]]);
  return { fans, batched: byDomain(batched), single: byDomain(single) };
});
writeFileSync(COST_FILE, `${JSON.stringify({ ...data, usd }, null, 2)}\n`);

process.stdout.write(`${runsLine(data)}\n\n${costTable(data, prices)}\n\n${unitTable(data, prices)}\n\n${quotaTable(tenMillionInAnHour(data, prices))}\n`);
