import { parseArgs } from 'node:util';
import { embedded } from './plugs/embedded.ts';
import { kafka } from './plugs/kafka.ts';
import { mongo } from './plugs/mongo.ts';
import { saveOutcome } from './plugs/outcomes.ts';
import { type FaultName, faultNames, type Plug } from './plugs/plug.ts';
import { redis } from './plugs/redis.ts';
import { registry } from './plugs/registry.ts';
import { runPlug } from './plugs/run.ts';
import { smtp } from './plugs/smtp.ts';

/**
 * `npm run plugs -- [--server Kafka] [--fault killed] [--fans 20000]`: pulls the plug of each server during a run, and
 * prints what was seen, a line of JSON a run. Without a server or fault all are run, one after the other; `--save` keeps
 * what was seen for the table of docs/operations.md.
 */
const plugs: readonly Plug[] = [embedded, kafka, registry, mongo, redis, smtp];

const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    fault: { type: 'string' },
    fans: { type: 'string', default: '20000' },
    rate: { type: 'string', default: '400' },
    outage: { type: 'string', default: '30' },
    save: { type: 'boolean', default: false },
  },
});

const numberOf = (name: 'fans' | 'rate' | 'outage'): number => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} has to be a whole number above 0.`);
  return number;
};

const oneOf = (name: 'server' | 'fault', known: readonly string[]): void => {
  const value = values[name];
  if (value !== undefined && !known.includes(value)) throw new Error(`--${name} has to be one of: ${known.join(', ')}.`);
};

oneOf(
  'server',
  plugs.map(({ name }) => name),
);
oneOf('fault', ['none', ...faultNames]);
const [fans, perSecond, outageMs] = [numberOf('fans'), numberOf('rate'), numberOf('outage') * 1000];

const isWanted = (name: string, wanted: string | undefined): boolean => wanted === undefined || wanted === name;

for (const plug of plugs.filter(({ name }) => isWanted(name, values.server))) {
  const faults: readonly (FaultName | 'none')[] = ['none', ...faultNames];
  for (const fault of faults.filter((name) => isWanted(name, values.fault))) {
    const options = { plug, fault: fault === 'none' ? null : fault, fans, perSecond, outageMs };
    const line = await runPlug(options).catch((error: unknown) => ({
      server: plug.name,
      fault,
      error: error instanceof Error ? error.message : String(error),
    }));
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (values.save && !('error' in line)) saveOutcome(line);
  }
}
