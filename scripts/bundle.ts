import { rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunction } from './bundle/bundle-function.ts';
import { clientFloor, EMPTY } from './bundle/client-floor.ts';
import { type ColdStart, coldStart } from './bundle/cold-start.ts';
import { functionEntries, root } from './bundle/functions.ts';
import { runtimeClient } from './bundle/runtime-client.ts';

/**
 * `npm run bundle`: one folder a function, `dist/lambda/<name>` with `index.mjs`, and a table of their sizes and cold
 * starts. `--rounds 0` measures nothing; `--only a,b` some functions; `--save` writes bench/cold-start.json.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, only: { type: 'string' }, save: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
const only = values.only?.split(',');
const out = join(root, 'dist/lambda');
const floors = join(root, 'dist/cold-start');

interface Measured {
  readonly name: string;
  readonly bytes: number;
  /** Folder of the code that only makes the same clients. */
  readonly floor: string;
  readonly own: ColdStart[];
  readonly floorTimes: ColdStart[];
}

const median = (times: readonly ColdStart[], part: keyof ColdStart = 'busy'): number =>
  times.map((time) => time[part]).toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const ratio = (own: readonly ColdStart[], floor: readonly ColdStart[]): number => Number((median(own) / median(floor)).toFixed(2));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if (only === undefined) rmSync(out, { recursive: true, force: true });
const functions: Measured[] = [];
const made = new Map<string, { readonly folder: string; readonly times: ColdStart[] }>();
for (const { name, file } of functionEntries().filter((entry) => only === undefined || only.includes(entry.name))) {
  const { bytes, inputs } = await bundleFunction({ file }, join(out, name));
  const contents = clientFloor(inputs);
  const known = made.get(contents) ?? { folder: join(floors, name), times: [] };
  if (!made.has(contents) && rounds > 0) await bundleFunction({ contents }, known.folder);
  made.set(contents, known);
  functions.push({ name, bytes, floor: known.folder, own: [], floorTimes: known.times });
}

const client = rounds === 0 ? null : runtimeClient();
if (client?.problem !== undefined) print(`The runtime interface client could not be compiled (${client.problem}): measured with a stand-in.`);
const empty: ColdStart[] = [];
if (client !== null) {
  await bundleFunction({ contents: EMPTY }, join(floors, 'empty'));
  // Round by round, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await coldStart(client.script, join(floors, 'empty')));
    for (const { folder, times } of made.values()) times.push(await coldStart(client.script, folder));
    for (const { name, own } of functions) own.push(await coldStart(client.script, join(out, name)));
  }
}

const rows = functions.map(({ name, bytes, own, floorTimes }) => ({
  name,
  bytes,
  ...(client === null
    ? {}
    : {
        wall: Math.round(median(own, 'wall')),
        busy: Math.round(median(own)),
        toEmpty: ratio(own, empty),
        toClients: ratio(own, floorTimes),
      }),
}));
const columns = (cells: readonly unknown[]): string => cells.map((cell) => String(cell ?? '').padStart(15)).join('');
print(`${'function'.padEnd(28)}${columns(client === null ? ['bytes'] : ['bytes', 'wall ms', 'busy ms', 'to empty', 'to its clients'])}`);
for (const { name, bytes, wall, busy, toEmpty, toClients } of rows) print(`${name.padEnd(28)}${columns([bytes, wall, busy, toEmpty, toClients])}`);
if (client !== null) {
  const floor = `${Math.round(median(empty, 'wall'))} ms, ${Math.round(median(empty))} ms of them busy`;
  print(
    `Cold starts by ${client.name} on Node ${process.versions.node}: medians of ${rounds} rounds; an empty handler takes ${floor}. Ratios are of busy time.`,
  );
}
if (values.save && client !== null) {
  const [processor] = cpus();
  const machine = { node: process.versions.node, cpus: cpus().length, model: processor?.model ?? 'unknown', client: client.name, rounds };
  const functionsByName = Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
  writeFileSync(
    join(root, 'bench/cold-start.json'),
    `${JSON.stringify({ machine, empty: { wall: Math.round(median(empty, 'wall')), busy: Math.round(median(empty)) }, functions: functionsByName }, null, 2)}\n`,
  );
}
