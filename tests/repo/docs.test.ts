import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workerHead, workerNames, workerPage } from '../../scripts/generate/flow-tables.ts';
import { createProgram } from '../../src/cli/program.ts';
import { environmentVariables } from '../../src/config.ts';
import { campaignFromFile } from '../../src/domain/campaign-rules.ts';
import { PERSONAL_FIELDS } from '../../src/log.ts';
import { adapters, serverAdapters } from '../contract/adapters.ts';

const pages = globSync('**/*.md', { exclude: (path) => path === 'node_modules' || path === 'data' }).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const textOf = (path: string): string => readFileSync(path, 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');

/** What GitHub calls a heading in a link. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe("the workers' pages", () => {
  test.each(workerNames)('%s has a page whose head tells its trigger, queues and ports as the topology does', (name) => {
    expect(textOf(workerPage(name))).toContain(workerHead(name));
  });

  test('each page belongs to a worker', () => {
    expect(globSync('docs/flows/*.md').sort()).toEqual(workerNames.map(workerPage).sort());
  });
});

describe('what the documents name exists', () => {
  test('each relative link leads to a file, and each anchor to a heading', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\((?![a-z]+:)([^)\s]*)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => {
          const [file = '', anchor] = link.split('#');
          const target = file === '' ? path : join(dirname(path), file);
          return !existsSync(target) || (anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor));
        })
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('each document that the code names', () => {
    const named = globSync('{src,tests,bench,scripts,examples}/**/*.ts', { exclude: ['**/node_modules'] }).flatMap((path) =>
      [...textOf(path).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([document]) => ({ path, document })),
    );
    expect(named.filter(({ document }) => !existsSync(document))).toEqual([]);
  });

  test('each JSON example can be read', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].flatMap(([, example = '']) => {
        try {
          JSON.parse(example);
          return [];
        } catch (error) {
          return [`${path}: ${String(error)}`];
        }
      }),
    );
    expect(broken).toEqual([]);
  });

  test('each npm script', () => {
    const scripts: Readonly<Record<string, string>> = JSON.parse(textOf('package.json')).scripts;
    const named = pages.flatMap(({ path, text }) => [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, script = '']) => ({ path, script })));
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  test('each command of reg', () => {
    const commands = new Map(createProgram('').commands.map((command) => [command.name(), command.commands.map((below) => below.name())]));
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:`reg|npm run -s reg --|npx reg) ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/g)].map(([, command = '', below]) => ({ path, command, below })),
    );
    const unknown = named.filter(({ command, below }) => {
      const known = commands.get(command);
      return known === undefined || (known.length > 0 && below !== undefined && !known.includes(below));
    });
    expect(named.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  test('each REG_ variable', () => {
    const known: ReadonlySet<string> = new Set(environmentVariables);
    const named = pages.flatMap(({ path, text }) => [...text.matchAll(/\bREG_[A-Z_]*[A-Z]\b/g)].map(([name]) => ({ path, name })));
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  test('each decision has a number of its own', () => {
    const numbers = globSync('docs/decisions/*.md').map((path) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? path);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  });
});

test('docs/operations.md lists the personal fields that no log line shows', () => {
  const [, listed = ''] = /<!-- personal fields -->([\s\S]*?)<!-- \/personal fields -->/.exec(textOf('docs/operations.md')) ?? [];
  expect([...listed.matchAll(/`(\w+)`/g)].map(([, field]) => field).sort()).toEqual([...PERSONAL_FIELDS].sort());
});

test('the campaign file in docs/domain.md is one', () => {
  const [, file = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(textOf('docs/domain.md')) ?? [];
  expect(campaignFromFile(parse(file)).problems).toEqual([]);
});

test('docs/adapters.md has each adapter in one row', () => {
  const rows = textOf('docs/adapters.md')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const named = [...Object.entries(adapters), ...Object.entries(serverAdapters)].flatMap(([port, technologies]) =>
    technologies.map((technology: string) => `${technology}-${port}`),
  );
  const rowsOf = (adapter: string): number => rows.filter((row) => (row.split(' | ')[1] ?? '').includes(`\`${adapter}\``)).length;
  expect(named.map((adapter) => [adapter, rowsOf(adapter)]).filter(([, count]) => count !== 1)).toEqual([]);
});
