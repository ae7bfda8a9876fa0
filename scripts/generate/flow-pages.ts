import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowPicture } from './flow-picture.ts';
import {
  chainsTable,
  queuesTable,
  resolversTable,
  schedulesTable,
  stateMachinesTable,
  streamsTable,
  topicsTable,
  workerHead,
  workerNames,
  workerPage,
  workersTable,
} from './flow-tables.ts';
import type { GeneratedFile, GenerateStep } from './steps.ts';

const root = join(import.meta.dirname, '../..');

/** Printed blocks by page and name. A page is written by hand around `<!-- printed: name -->` … `<!-- /printed -->`. */
const blocks: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/flow.md': {
    workers: workersTable,
    chains: chainsTable,
    queues: queuesTable,
    streams: streamsTable,
    topics: topicsTable,
    schedules: schedulesTable,
    'state machines': stateMachinesTable,
    resolvers: resolversTable,
  },
  'docs/architecture.md': { picture: flowPicture },
  ...Object.fromEntries(workerNames.map((name) => [workerPage(name), { head: () => workerHead(name) }])),
};

/** The page's text with that block printed anew. Throws where the page has no such block. */
export const withBlock = (path: string, text: string, name: string, content: string): string => {
  const open = `<!-- printed: ${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf('<!-- /printed -->', start);
  if (start < 0 || end < 0) throw new Error(`${path} has no block "${open}" that ends with "<!-- /printed -->"; put one where the ${name} belong.`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
};

const refreshed = ([path, parts]: readonly [string, Readonly<Record<string, () => string>>]): GeneratedFile => {
  const written = readFileSync(join(root, path), 'utf8');
  return { path, text: Object.entries(parts).reduce((text, [name, print]) => withBlock(path, text, name, print()), written) };
};

/** The tables and the picture that the documents print from the topology. A page that is missing is tests/repo/docs.test.ts's to report. */
export const flowPages: GenerateStep = {
  name: 'documents of the flow',
  files: () =>
    Object.entries(blocks)
      .filter(([path]) => existsSync(join(root, path)))
      .map(refreshed),
};
