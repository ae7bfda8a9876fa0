import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
  readonly bytes: number;
  /** What it is made of, in esbuild's terms. */
  readonly metafile: Metafile;
}

/** One file with everything that the function uses, for Node 24 in Lambda. `contents` in the place of a file: code to begin with. */
export const bundleFunction = async (entry: { readonly file: string } | { readonly contents: string }, outfile: string): Promise<Bundle> => {
  const { metafile, outputFiles } = await build({
    ...('file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.contents, resolveDir: root, loader: 'ts' } }),
    outfile,
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
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`Nothing came of ${outfile}.`);
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, output.contents);
  return { bytes: output.contents.byteLength, metafile };
};
