import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './functions.ts';

/** AWS's own runtime interface client, as in Lambda's Node.js image (npm `aws-lambda-ric`). It is compiled here. */
const VERSION = '4.0.2';
const folder = join(root, '.servers/aws-lambda-ric', VERSION);
const built = join(folder, 'node_modules/aws-lambda-ric');

export interface RuntimeClient {
  /** What the script is that Node runs in the place of Lambda's bootstrap. */
  readonly script: string;
  readonly name: string;
}

/**
 * The real client, compiled at the first call (a minute; it takes cmake, make, a C++ compiler, Python and Node's
 * headers). Where that fails, a stand-in that speaks the same protocol with Node's own HTTP, and why.
 */
export const runtimeClient = (): RuntimeClient & { readonly problem?: string } => {
  const script = join(built, 'index.mjs');
  const name = `aws-lambda-ric ${VERSION}`;
  if (existsSync(join(built, 'rapid-client.node'))) return { script, name };
  const problem = compile();
  if (problem === null) return { script, name };
  return { script: join(import.meta.dirname, 'stand-in-client.mjs'), name: 'a stand-in for the runtime interface client', problem };
};

const compile = (): string | null => {
  mkdirSync(folder, { recursive: true });
  const headers = nodeFolderWithHeaders();
  const { status, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `aws-lambda-ric@${VERSION}`], {
    encoding: 'utf8',
    env: { ...process.env, ...(headers === null ? {} : { npm_config_nodedir: headers }) },
  });
  if (status === 0 && existsSync(join(built, 'rapid-client.node'))) return null;
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? 'npm failed';
};

/** The add-on is written against Node-API, which is the same in all versions, so the headers of any Node will do. */
const nodeFolderWithHeaders = (): string | null => {
  const nodes = (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, 'node'))
    .filter((path) => existsSync(path));
  const folders = nodes.map((path) => dirname(dirname(realpathSync(path))));
  return folders.find((path) => existsSync(join(path, 'include/node/node_api.h'))) ?? null;
};
