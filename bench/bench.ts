import { readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureDraw } from './draw.ts';
import { measureEligibility } from './eligibility.ts';
import { measureFlow } from './flow.ts';
import { measureFrontDoor } from './front-door.ts';
import { measureFrontDoorPeer } from './front-door-peer.ts';
import type { Summary } from './measure.ts';
import { measureQueueHop } from './queue-hop.ts';
import { measureRun } from './run.ts';
import { measureSendData } from './send-data.ts';

/**
 * `npm run bench [-- --only flow,draw] [-- --write]`: measures, prints each figure beside its target, and with `--write`
 * keeps it as the baseline. What cannot be measured, for want of a server, is told at its place, and the run ends with 1.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const BASELINE = new URL('./baseline.json', import.meta.url);

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly spread: number | null;
  readonly wanted: string;
  readonly met: boolean;
}

const atLeast = (name: string, { median, spread }: Summary, target: number): Figure => ({
  name,
  value: median,
  spread,
  wanted: `>= ${target}`,
  met: median >= target,
});
const atMost = (name: string, { median, spread }: Summary, target: number): Figure => ({
  name,
  value: median,
  spread,
  wanted: `<= ${target}`,
  met: median <= target,
});

const measures = {
  'front-door': async () => {
    const result = await measureFrontDoor({ rounds, requests: 20_000 });
    return {
      result,
      figures: [
        atLeast("front door, an app's token, by bare node:http", result.appToken.ratio, 0.5),
        atLeast("front door, each fan's own token, by bare node:http", result.fanTokens.ratio, 0.3),
        atMost("front door, an app's token, p99 in ms", result.appToken.p99, 50),
        atMost("front door, each fan's own token, p99 in ms", result.fanTokens.p99, 50),
      ],
    };
  },
  flow: async () => {
    const result = await measureFlow({ rounds, entries: 20_000 });
    return { result, figures: [atLeast('flow, by three bare SQLite hops', result.ratio, 0.5)] };
  },
  'send-data': async () => {
    const result = await measureSendData({ rounds, records: 20_000 });
    return { result, figures: [atLeast('sendData to Kafka, by bare produce', result.ratio, 0.6)] };
  },
  'queue-hop': async () => {
    const result = await measureQueueHop({ rounds, messages: 16_000 });
    return {
      result,
      figures: [
        atLeast('hop through the embedded queue, by BullMQ on Redis that syncs once a second', result.bullmqEverySecond.ratio, 10),
        atLeast('hop through the embedded queue, by BullMQ on Redis that syncs always', result.bullmqAlways.ratio, 10),
        atLeast('hop through the embedded queue, by pg-boss on PostgreSQL', result.pgBoss.ratio, 10),
      ],
    };
  },
  'front-door-peer': async () => {
    const result = await measureFrontDoorPeer({ rounds, requests: 10_000 });
    return { result, figures: [atLeast("front door, an app's token, by Fastify with one PostgreSQL insert", result.ratio, 5)] };
  },
  eligibility: async () => {
    const result = await measureEligibility({ rounds, fans: 1_000, cachedFans: 40_000 });
    return {
      result,
      figures: [
        atLeast('eligibility with the campaign from Redis, by MongoDB', result.redis.ratio, 1),
        atLeast('eligibility with the campaign from the process and Redis, by MongoDB', result.nearAndRedis.ratio, 1),
      ],
    };
  },
  draw: async () => {
    const result = await measureDraw({ rounds, entrants: 1_000_000 });
    return {
      result,
      figures: [atMost('draw of 1,000,000, times its bare hashing', result.times, 2), atMost('draw of 1,000,000, peak megabytes', result.peakMegabytes, 600)],
    };
  },
  run: async () => {
    const small = await measureRun(10_000);
    const large = await measureRun(100_000);
    const growth = (large.seconds.total ?? 0) / (small.seconds.total ?? 1) / 10;
    const plain = (value: number): Summary => ({ median: value, min: value, max: value, spread: 0, rounds: 1 });
    return {
      result: { small, large, growth },
      figures: [
        atMost('reg run of 100,000, peak megabytes', plain(large.peakMegabytes), 1000),
        atMost('reg run of 100,000 by ten times 10,000, seconds', plain(Number(growth.toPrecision(3))), 1.15),
      ],
    };
  },
} as const satisfies Record<string, () => Promise<{ readonly result: unknown; readonly figures: readonly Figure[] }>>;

const names = Object.keys(measures) as (keyof typeof measures)[];
const only = values.only?.split(',') ?? names;
const unknown = only.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.`);

const results: Record<string, unknown> = {};
for (const name of names.filter((known) => only.includes(known))) {
  process.stderr.write(`measuring ${name} …\n`);
  try {
    const { result, figures } = await measures[name]();
    results[name] = { figures, result };
    for (const { name: figure, value, spread, wanted, met } of figures) {
      process.stdout.write(`${met ? 'met ' : 'MISS'}  ${figure}: ${value} (wanted ${wanted}${spread === null ? '' : `, spread ${spread}`})\n`);
    }
  } catch (error) {
    process.exitCode = 1;
    process.stdout.write(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

if (values.write) {
  const known = await readFile(BASELINE, 'utf8').then(
    (text) => JSON.parse(text) as { readonly results?: Readonly<Record<string, unknown>> },
    () => ({ results: {} }),
  );
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  };
  await writeFile(BASELINE, `${JSON.stringify({ machine, rounds, results: { ...known.results, ...results } }, null, 2)}\n`);
}
