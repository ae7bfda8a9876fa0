import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import type { Plugin } from 'esbuild';
import { zipSync } from 'fflate';
import { type Cloud, PREFIX } from '../../tests/aws/cloud.ts';
import { bundleFunction } from '../bundle/bundle-function.ts';
import { functionEntries } from '../bundle/functions.ts';

/** Sizes that are in the code and not in the topology, by the file that holds them. */
const sizes: readonly (readonly [file: string, constant: string])[] = [
  ['src/workers/selection/selection-chunks.ts', 'const SELECTIONS_A_CHUNK = 25;'],
  ['src/workers/notification/plan-sends.ts', 'const JOBS_A_REQUEST = 100;'],
  ['src/adapters/aws/sqs-queue-sender.ts', 'entries: 10, bytes: 1_048_576'],
];
/** The functions that fill those by themselves; all others get one record at a time, and so send one. */
const FUNCTIONS = ['enqueue-market-selections', 'close-books', 'plan-sends'];

const ones: Plugin = {
  name: 'one by one',
  setup: (build) => {
    for (const [file, constant] of sizes) {
      build.onLoad({ filter: new RegExp(`${file.replaceAll('/', '[\\\\/]').replace('.', '\\.')}$`) }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes(constant)) throw new Error(`${file} holds no "${constant}".`);
        return { contents: text.replace(constant, constant.replace(/\d+/, '1')), loader: 'ts' };
      });
    }
  },
};

/** Gives those functions code that chunks nothing: an outcome is a message, a mail is a request. */
export const deployOneByOne = async ({ clientOptions }: Cloud): Promise<void> => {
  const lambda = new LambdaClient(clientOptions);
  const folder = await mkdtemp(join(tmpdir(), 'reg-one-'));
  try {
    for (const { name, file } of functionEntries().filter((entry) => FUNCTIONS.includes(entry.name))) {
      const outfile = join(folder, name, 'index.mjs');
      await bundleFunction({ file }, outfile, [ones]);
      const ZipFile = zipSync({ 'index.mjs': new Uint8Array(await readFile(outfile)) }, { level: 1 });
      await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: `${PREFIX}-${name}`, ZipFile }));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
