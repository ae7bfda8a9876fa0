import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { root } from './functions.ts';

/** CommonJS packages ask for Node's own modules by `require`, which modules do not have. */
const REQUIRE = "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** Loading pino does nothing that matters to who does not use it, which its package does not say. Functions write their lines without it. */
const leaveOutUnusedPino: Plugin = {
  name: 'leave out unused pino',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^pino$/ }, async ({ path, pluginData, ...rest }) =>
      pluginData === ASKED ? undefined : { ...(await resolve(path, { ...rest, pluginData: ASKED })), sideEffects: false },
    );
  },
};
const ASKED = 'asked already';

/**
 * The SDK imports parts of itself when it needs them, and they stay in the function's file: its start is held against its
 * clients in one file, as everybody bundles them.
 */
const keepSdkTogether: Plugin = {
  name: 'keep the SDK together',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules[\\/](@aws-sdk|@smithy|@aws)[\\/].*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/\bimport\((["'][^"']+["'])\)/g, 'Promise.resolve().then(() => require($1))'), loader: 'js' };
    });
  },
};

export interface Bundle {
  /** Of what is loaded at the start; what we import later, when it is used, is in files beside it. */
  readonly bytes: number;
  /** Paths of the source files that are loaded at the start, from the root of the repository. */
  readonly inputs: readonly string[];
}

/**
 * A function for Node 24 in Lambda: `index.mjs` in `folder` with everything that it uses, but for what our code imports at
 * run time, which is in files of its own. `contents` in the place of a file: code to begin with.
 */
export const bundleFunction = async (entry: { readonly file: string } | { readonly contents: string }, folder: string): Promise<Bundle> => {
  const { metafile, outputFiles } = await build({
    ...('file' in entry
      ? { entryPoints: { index: entry.file } }
      : { stdin: { contents: entry.contents, resolveDir: root, loader: 'ts', sourcefile: 'index.ts' } }),
    entryNames: 'index',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // It reads its WebAssembly from a file beside its own, which a bundle has not got; this one has it inside.
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    minify: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    plugins: [leaveOutUnusedPino, keepSdkTogether],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const started = loadedAtStart(metafile, relative(root, join(folder, 'index.mjs')));
  return {
    bytes: started.reduce((sum, output) => sum + (metafile.outputs[output]?.bytes ?? 0), 0),
    inputs: [...new Set(started.flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {})))],
  };
};

/** The output and what it imports, and so on; not what it imports at run time. */
const loadedAtStart = ({ outputs }: Metafile, first: string): readonly string[] => {
  const found = [first];
  for (const output of found) {
    for (const { path, kind } of outputs[output]?.imports ?? []) if (kind === 'import-statement' && path in outputs && !found.includes(path)) found.push(path);
  }
  return found;
};
