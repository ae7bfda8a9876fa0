import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './functions.ts';

const SDK_IMPORT = /^import \{([^}]*)\} from '(@aws-sdk\/(?:client|lib)-[\w-]+)';$/gm;

/**
 * Code that does no more than making the clients of AWS that these source files use, with the same commands at hand: what no
 * function with these clients can be faster than.
 */
export const clientFloor = (inputs: readonly string[]): string => {
  const names = new Map<string, Set<string>>();
  for (const path of inputs.filter((input) => input.startsWith('src/'))) {
    for (const [, imported = '', from = ''] of readFileSync(join(root, path), 'utf8').matchAll(SDK_IMPORT)) {
      const values = imported
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '));
      if (values.length > 0) names.set(from, new Set([...(names.get(from) ?? []), ...values]));
    }
  }
  const imports = [...names].map(([from, values]) => `import { ${[...values].join(', ')} } from '${from}';`);
  const all = [...names.values()].flatMap((values) => [...values]);
  const clients = all.filter((name) => name.endsWith('Client')).map((name) => `new ${name}({ ...clientOptions })`);
  return [
    ...imports,
    "import { clientOptions } from './src/runtime/lambda/clients/client-options.ts';",
    `const used = [${[...clients, ...all.filter((name) => !name.endsWith('Client'))].join(', ')}];`,
    'export const handler = async () => used.length;',
  ].join('\n');
};

export const EMPTY = 'export const handler = async () => null;';
