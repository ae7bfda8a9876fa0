import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
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

export interface Bundle {
  /** What is loaded at the start. */
  readonly bytes: number;
  /** What it is made of, in esbuild's terms. */
  readonly metafile: Metafile;
}

/**
 * Everything that the function uses, for Node 24 in Lambda: one file, and beside it what is loaded only where it is needed
 * (`import()`). `contents` in the place of a file: code to begin with. The folder of `outfile` is the function's own.
 */
export const bundleFunction = async (entry: { readonly file: string } | { readonly contents: string }, outfile: string): Promise<Bundle> => {
  const folder = dirname(outfile);
  const { metafile, outputFiles } = await build({
    ...('file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.contents, resolveDir: root, loader: 'ts' } }),
    outdir: folder,
    entryNames: basename(outfile, '.mjs'),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    plugins: [leaveOutUnusedPino],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  return { bytes: bytesAtStart(metafile, relative(root, outfile)), metafile };
};

/** Of the file and of all that it imports before it runs. */
const bytesAtStart = ({ outputs }: Metafile, outfile: string): number => {
  const loaded = new Set<string>();
  const load = (path: string): number => {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) return 0;
    loaded.add(path);
    return output.imports.filter(({ kind }) => kind === 'import-statement').reduce((bytes, imported) => bytes + load(imported.path), output.bytes);
  };
  return load(outfile);
};
