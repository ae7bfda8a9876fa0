import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatJsonFile, parseDrawRecord, parseRules } from '../../src/domain/draw/draw-rules.ts';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { type PackText, packOf, readVector } from '../support/draw-pack.ts';
import { makeDraw } from '../support/made-draw.ts';
import { runPython } from '../support/run-verifier.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const vectors = ['dozen', 'thousand'] as const;

describe('the published vectors', () => {
  test.each(vectors)('%s is recomputed to the byte', async (name) => {
    const { ok, checks } = await verifyPack(packOf(await readVector(name)));
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks).toHaveLength(12);
    expect(ok).toBe(true);
  });

  test.each(vectors)('%s: rules.json and draw.json are written with the same bytes', async (name) => {
    const { rules, draw } = await readVector(name);
    const parsed = { rules: parseRules(rules), draw: parseDrawRecord(draw) };
    expect(parsed.rules.ok && formatJsonFile(parsed.rules.value)).toBe(rules);
    expect(parsed.draw.ok && formatJsonFile(parsed.draw.value)).toBe(draw);
  });

  test.each(vectors)('%s is confirmed by the second implementation', async (name) => {
    const { status, output } = await runPython(join(ROOT, 'tests/vectors', name));
    expect(output).not.toContain('NOT OK');
    expect(status).toBe(0);
  });
});

test('a pack that is larger than both vectors is confirmed by the second implementation', async () => {
  const markets = ['m1', 'm2', 'm3'].map((id) => ({ id, capacity: 300, waitlistCapacity: 100 }));
  const entrants = Array.from({ length: 2500 }, (_, index) => ({
    ref: createHash('sha256').update(String(index)).digest('hex').slice(0, 32),
    tier: index % 2,
    lots: 1 + (index % 5),
    ranking: markets.slice(index % 3).map(({ id }) => id),
  }));
  const { pack } = makeDraw({ method: 'weighted', markets, entrants, secret: Buffer.alloc(32, 7) });
  const folder = createTemporaryFolder();
  for (const [name, text] of [
    ['rules.json', pack.rules],
    ['entrants.csv', pack.entrants],
    ['results.csv', pack.results],
    ['draw.json', pack.draw],
  ] as const)
    await writeFile(join(folder, name), text);
  expect((await runPython(folder)).output).not.toContain('NOT OK');
});

interface Tampering {
  readonly what: string;
  readonly file: keyof PackText;
  readonly change: (text: string) => string;
  /** The first check that fails, and where it says so. */
  readonly check: string;
  readonly detail: RegExp;
}

const swapLines = (first: number, second: number) => (text: string) => {
  const lines = text.split('\n');
  [lines[first], lines[second]] = [lines[second] ?? '', lines[first] ?? ''];
  return lines.join('\n');
};

const tamperings: readonly Tampering[] = [
  {
    what: 'a capacity',
    file: 'rules',
    change: (text) => text.replace('"capacity": 3', '"capacity": 4'),
    check: 'rules.json has the hash that draw.json names',
    detail: /published b7a07/,
  },
  { what: 'a space in the rules', file: 'rules', change: (text) => `${text} `, check: 'rules.json has the hash that draw.json names', detail: /computed/ },
  ...(['rules', 'entrants', 'results'] as const).map((file) => ({
    what: `line ends of Windows in ${file}`,
    file,
    change: (text: string) => text.replaceAll('\n', '\r\n'),
    check: {
      rules: 'rules.json has the hash that draw.json names',
      entrants: 'entrants.csv is well formed and sorted',
      results: 'results.csv is what the draw gives',
    }[file],
    detail: /fetch the file anew, byte for byte/,
  })),
  { what: 'rules that are no JSON', file: 'rules', change: () => '{', check: 'rules.json can be read', detail: /no JSON/ },
  {
    what: 'an entrant left out',
    file: 'entrants',
    change: (text) => text.replace(/^3e99.*\n/m, ''),
    check: 'entrants.csv has as many entrants as draw.json says',
    detail: /published 12, computed 11/,
  },
  {
    what: 'more lots',
    file: 'entrants',
    change: (text) => text.replace('eb3,1,1,', 'eb3,1,2,'),
    check: 'entrants.csv has the root that draw.json names',
    detail: /published d415e/,
  },
  { what: 'entrants out of order', file: 'entrants', change: swapLines(3, 4), check: 'entrants.csv is well formed and sorted', detail: /line 5 is not sorted/ },
  {
    what: 'an unknown market',
    file: 'entrants',
    change: (text) => text.replace('berlin-1', 'rome-1'),
    check: 'entrants.csv is well formed and sorted',
    detail: /line 2 ranks a market/,
  },
  ...(
    [
      ['a ref in capital letters', 'b3,1,1', 'B3,1,1'],
      ['a needless zero', 'b3,1,1', 'b3,01,1'],
      ['no tier', 'b3,1,1', 'b3,,1'],
      ['no lots', 'b3,1,1', 'b3,1,'],
      ['lots of zero', 'b3,1,1', 'b3,1,0'],
      ['a sign', 'b3,1,1', 'b3,+1,1'],
      ['too many digits', 'b3,1,1', 'b3,1,1000000000'],
      ['a digit of another script', 'b3,1,1', 'b3,\u0131,1'],
      ['a carriage return', 'berlin-1', 'berlin-1\r'],
    ] as const
  ).map(([what, from, to]) => ({
    what,
    file: 'entrants' as const,
    change: (text: string) => text.replace(from, to),
    check: 'entrants.csv is well formed and sorted',
    detail: /^line 2 (is not of the form|ranks a market)/,
  })),
  {
    what: 'no LF at the end',
    file: 'entrants',
    change: (text) => text.slice(0, -1),
    check: 'entrants.csv is well formed and sorted',
    detail: /does not end with LF/,
  },
  {
    what: 'two winners swapped',
    file: 'results',
    change: swapLines(2, 3),
    check: 'results.csv is what the draw gives',
    detail: /line 3 is "3,c5d1.*expected "2,0547/,
  },
  { what: 'a verdict', file: 'results', change: (text) => text.replace('LOSER', 'WINNER'), check: 'results.csv is what the draw gives', detail: /line 10 is/ },
  {
    what: 'a result left out at the end',
    file: 'results',
    change: (text) => text.replace(/\n.*\n$/, '\n'),
    check: 'results.csv is what the draw gives',
    detail: /after 11 results, expected 12/,
  },
  {
    what: 'one result too many',
    file: 'results',
    change: (text) => `${text}13,x,LOSER,,\n`,
    check: 'results.csv is what the draw gives',
    detail: /line 14 is one too many/,
  },
  {
    what: 'another secret',
    file: 'draw',
    change: (text) => text.replace('0d3802', '0d3803'),
    check: 'the secret opens the commitment',
    detail: /published bdedc/,
  },
  {
    what: 'another seed',
    file: 'draw',
    change: (text) => text.replace('94c3b9', '94c3b8'),
    check: 'the seed follows from rules, entrants, secret and public randomness',
    detail: /computed 94c3b9/,
  },
  {
    what: 'other words',
    file: 'draw',
    change: (text) => text.replace('3432"', '3433"'),
    check: 'the seed follows from rules, entrants, secret and public randomness',
    detail: /computed/,
  },
  {
    what: 'no public randomness where it is asked for',
    file: 'draw',
    change: (text) => text.replace(/\{\s*"kind"[^}]*\}/, 'null'),
    check: 'the public randomness is of the kind that the rules ask for',
    detail: /ask for text, draw.json has none/,
  },
  {
    what: 'another root',
    file: 'draw',
    change: (text) => text.replace('fed38e', 'fed38f'),
    check: 'results.csv has the root that draw.json names',
    detail: /computed fed38e/,
  },
];

describe('a tampered pack', () => {
  test.each(tamperings)('$what is found by both implementations', async ({ file, change, check, detail }) => {
    const vector = await readVector('dozen');
    const tampered = { ...vector, [file]: change(vector[file]) };
    expect(tampered[file]).not.toBe(vector[file]);
    const { ok, checks } = await verifyPack(packOf(tampered));
    expect(ok).toBe(false);
    const failed = checks.find((found) => !found.ok);
    expect(failed?.name).toBe(check);
    expect(failed?.detail).toMatch(detail);

    const folder = createTemporaryFolder();
    await cp(join(ROOT, 'tests/vectors/dozen'), folder, { recursive: true });
    const name = file === 'rules' || file === 'draw' ? `${file}.json` : `${file}.csv`;
    expect(await readFile(join(folder, name), 'utf8')).toBe(vector[file]);
    await writeFile(join(folder, name), tampered[file]);
    const { status, output } = await runPython(folder);
    expect(output).toContain('NOT OK');
    expect(status).toBe(1);
  });
});
