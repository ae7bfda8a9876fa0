import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { randomnessOf } from '../../src/domain/draw/drand.ts';
import { createEntrantsReader, ENTRANTS_HEADER } from '../../src/domain/draw/entrants.ts';
import { chunksOfLines, createLineSplitter, LONGEST_LINE } from '../../src/domain/draw/lines.ts';
import { isProven, proveRef } from '../../src/domain/draw/proof.ts';
import { readEntrants } from '../../src/domain/draw/read-entrants.ts';
import { drawSecretName } from '../../src/domain/draw/seed.ts';
import { RESULTS_HEADER } from '../../src/domain/draw/serving.ts';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { TEST_CHAIN_HASH, testChain, testRound } from '../support/drand-chain.ts';
import { inChunks, type PackText, packOf, readVector } from '../support/draw-pack.ts';
import { makeDraw } from '../support/made-draw.ts';

const ref = (digit: string): string => digit.repeat(32);
const rules = {
  method: 'weighted' as const,
  markets: [
    { id: 'a', capacity: 1, waitlistCapacity: 1 },
    { id: 'b', capacity: 1, waitlistCapacity: 1 },
  ],
};

describe('lines', () => {
  const split = (...chunks: readonly string[]) => {
    const lines: string[] = [];
    const splitter = createLineSplitter((line) => lines.push(line));
    for (const chunk of chunks) splitter.push(chunk);
    return { lines, rest: splitter.rest() };
  };

  test('are cut at each LF, wherever chunks begin and end', () => {
    expect(split('a\nb', 'c\n', '', '\nd')).toEqual({ lines: ['a', 'bc', ''], rest: 'd' });
    expect(split('a', 'b', 'c\nd\n')).toEqual({ lines: ['abc', 'd'], rest: '' });
  });

  test('are put together to chunks of 64 KiB, each with its LF', () => {
    expect([...chunksOfLines([])]).toEqual([]);
    expect([...chunksOfLines(['a', 'b'])]).toEqual(['a\nb\n']);
    const half = 'x'.repeat(32_767);
    expect([...chunksOfLines([half, half, 'y'])]).toEqual([`${half}\n${half}\n`, 'y\n']);
    expect([...chunksOfLines([half, half.slice(1), 'y', 'z'])]).toEqual([`${half}\n${half.slice(1)}\ny\n`, 'z\n']);
    expect([...chunksOfLines([half, half])]).toHaveLength(1);
  });
});

describe('entrants.csv', () => {
  const read = (lines: readonly string[], expected = 1, given: Parameters<typeof createEntrantsReader>[0] = rules) => {
    const reader = createEntrantsReader(given, expected);
    for (const line of lines) {
      const problem = reader.readLine(line);
      if (problem !== null) return problem;
    }
    return reader.entrants();
  };
  const malformed = `is not of the form ${ENTRANTS_HEADER}`;
  const [zero, one] = [ref('0'), ref('1')];

  test('is read into what each entrant brings, however many were expected', () => {
    const lines = [ENTRANTS_HEADER, ...[...'0123456789abcdef'].map((digit, index) => `${ref(digit)},${index},${index + 1},${index % 2 === 0 ? 'a>b' : 'b'}`)];
    for (const expected of [0, 1, 3, 16, 100]) {
      const found = read(lines, expected);
      if (typeof found === 'string') throw new Error(found);
      expect([found.count, found.rankings]).toEqual([16, [[0, 1], [1]]]);
      const indexes = Array.from({ length: 16 }, (_, index) => index);
      expect([...found.tiers.subarray(0, 16)]).toEqual(indexes);
      expect([...found.lots.subarray(0, 16)]).toEqual(indexes.map((index) => index + 1));
      expect([...found.rankingOf.subarray(0, 16)]).toEqual(indexes.map((index) => index % 2));
      expect(found.refs.subarray(0, 256).toString('hex')).toBe([...'0123456789abcdef'].map(ref).join(''));
    }
  });

  test.each<[string, readonly string[], string]>([
    ['another header', ['ref,tier,lots,market'], `is not the header ${ENTRANTS_HEADER}`],
    ['a ref twice', [ENTRANTS_HEADER, `${zero},0,1,a`, `${zero},0,1,a`], 'has a ref that is there twice'],
    ['refs that go back at the end', [ENTRANTS_HEADER, `${'0'.repeat(31)}1,0,1,a`, `${zero},0,1,a`], 'is not sorted by ref'],
    ['refs that go back at the beginning', [ENTRANTS_HEADER, `1${'0'.repeat(31)},0,1,a`, `0${'1'.repeat(31)},0,1,a`], 'is not sorted by ref'],
    ['another ref twice', [ENTRANTS_HEADER, `${one},0,1,a`, `${one},0,1,a`], 'has a ref that is there twice'],
    ['no ranking where the line before had one', [ENTRANTS_HEADER, `${zero},0,1,a`, `${one},0,1`], malformed],
    ['another sign than a comma', [ENTRANTS_HEADER, `${zero};0,1,a`], malformed],
    ['a slash behind a digit', [ENTRANTS_HEADER, `${zero},1/,1,a`], malformed],
    ['a market twice', [ENTRANTS_HEADER, `${zero},0,1,a>a`], 'ranks a market twice, or one that the rules do not name'],
    ['an unknown market', [ENTRANTS_HEADER, `${zero},0,1,a>c`], 'ranks a market twice, or one that the rules do not name'],
    ['no market', [ENTRANTS_HEADER, `${zero},0,1,`], 'ranks a market twice, or one that the rules do not name'],
    ['no ranking', [ENTRANTS_HEADER, `${zero},0,1`], malformed],
    ['nothing', [ENTRANTS_HEADER, ''], malformed],
    ['ten digits', [ENTRANTS_HEADER, `${zero},1000000000,1,a`], malformed],
    ['no lot', [ENTRANTS_HEADER, `${zero},0,0,a`], malformed],
    ['a needless zero', [ENTRANTS_HEADER, `${zero},00,1,a`], malformed],
    ['an empty tier', [ENTRANTS_HEADER, `${zero},,1,a`], malformed],
    ['a colon for a digit', [ENTRANTS_HEADER, `${zero},:,1,a`], malformed],
    ['a slash for a digit', [ENTRANTS_HEADER, `${zero},/,1,a`], malformed],
    ['a ref that is too long', [ENTRANTS_HEADER, `${zero}0,0,1,a`], malformed],
    ['a ref that is too short', [ENTRANTS_HEADER, `${zero.slice(1)},0,1,a`], malformed],
    ['a g in the first digit', [ENTRANTS_HEADER, `g${zero.slice(1)},0,1,a`], malformed],
    ['a g in the last digit', [ENTRANTS_HEADER, `${zero.slice(1)}g,0,1,a`], malformed],
    ['a letter that is not ASCII', [ENTRANTS_HEADER, `${zero},0,1,ä`], malformed],
  ])('%s is refused', (_, lines, problem) => {
    expect(read(lines)).toBe(problem);
  });

  test('takes numbers of nine digits, and lots above one unless the method is random', () => {
    expect(read([ENTRANTS_HEADER, `${zero},999999999,999999999,a`, `${one},0,1,b`])).toMatchObject({ count: 2 });
    const lots = (count: number) => read([ENTRANTS_HEADER, `${zero},0,${count},a`], 1, { ...rules, method: 'random' });
    expect(lots(1)).toMatchObject({ count: 1 });
    expect(lots(2)).toBe('has more than one lot, which the method random does not allow');
    expect(read([ENTRANTS_HEADER, `${zero},0,2,a`], 1, { ...rules, method: 'score' })).toMatchObject({ count: 1 });
  });

  const file = (text: string, size?: number) => readEntrants(inChunks(text, size), { ...rules } as never, 10);
  test('is refused with the line and what is wrong with it, the first that is', async () => {
    expect(await file('')).toBe('the file is empty');
    expect(await file(`${ENTRANTS_HEADER}\n`)).toMatchObject({ count: 0 });
    expect(await file(`${ENTRANTS_HEADER}\n${zero},0,1,a`)).toBe('the last line does not end with LF');
    expect(await file(`${ENTRANTS_HEADER}\n${zero},0,1,a\nx\ny\n`, 1000)).toBe(`line 3 ${malformed}`);
    expect(await file(`${ENTRANTS_HEADER}\n${'x'.repeat(LONGEST_LINE)}`, 100_000)).toBe('the last line does not end with LF');
    expect(await file(`${ENTRANTS_HEADER}\n${'x'.repeat(LONGEST_LINE + 1)}`, 100_000)).toBe('line 2 is too long');
  });
});

describe('a proof', () => {
  const entrants = `${ENTRANTS_HEADER}\n${ref('0')},0,1,a\n${ref('1')},0,1,b\n`;
  const results = `${RESULTS_HEADER}\n1,${ref('1')},WINNER,b,\n2,${ref('0')},WINNER,a,\n`;
  const prove = (wanted: string, files = { entrants, results }) => proveRef({ entrants: inChunks(files.entrants), results: inChunks(files.results) }, wanted);

  test('is of the two lines of a fan, with their places', async () => {
    expect(await prove(ref('0'))).toMatchObject({
      entrant: { line: `${ref('0')},0,1,a`, index: 0, size: 2 },
      result: { line: `2,${ref('0')},WINNER,a,`, index: 1, size: 2 },
    });
  });

  test('is none for who took no part, or has no result, and the header is nobody', async () => {
    expect(await prove(ref('2'))).toBeNull();
    expect(await prove('ref')).toBeNull();
    expect(await prove(ref('0').slice(1))).toBeNull();
    expect(await prove(ref('1'), { entrants, results: `${RESULTS_HEADER}\n` })).toBeNull();
    expect(await prove(ref('1'), { entrants: `${ENTRANTS_HEADER}\n`, results })).toBeNull();
  });

  test('is of the first line where a file has two', async () => {
    const twice = `${ENTRANTS_HEADER}\n${ref('1')},0,1,b\n${ref('1')},0,2,b\n`;
    expect((await prove(ref('1'), { entrants: twice, results }))?.entrant).toMatchObject({ line: `${ref('1')},0,1,b`, index: 0 });
  });

  test('holds for its line, place and size alone', async () => {
    const proof = await prove(ref('0'));
    const { root } = (await readEntrants(inChunks(entrants), rules as never, 2)) as { readonly root: string };
    const hex = Buffer.from(root, 'latin1').toString('hex');
    if (proof === null) throw new Error('no proof');
    expect(isProven(proof.entrant, hex)).toBe(true);
    for (const change of [{ index: -1 }, { index: 0.5 }, { index: 1 }, { index: 2 }, { size: 0 }, { size: 1 }, { size: 3 }, { auditPath: [] }, { line: 'x' }])
      expect(isProven({ ...proof.entrant, ...change }, hex)).toBe(false);
    const [sibling = ''] = proof.entrant.auditPath;
    expect(isProven({ ...proof.entrant, auditPath: [sibling, sibling] }, hex)).toBe(false);
  });
});

describe('results.csv', () => {
  const problemOf = async (change: (text: string) => string, size?: number) => {
    const vector = await readVector('dozen');
    const pack = { ...packOf(vector), results: inChunks(change(vector.results), size) };
    const { checks } = await verifyPack(pack);
    return checks.find(({ name }) => name === 'results.csv is what the draw gives')?.detail;
  };

  test.each<[string, (text: string) => string, string | RegExp]>([
    ['with another header', (text) => text.replace('position', 'place'), `line 1 is not the header ${RESULTS_HEADER}`],
    ['without an LF at the end', (text) => text.slice(0, -1), 'the last line does not end with LF'],
    ['of one line that is too long', (text) => `${text}${'x'.repeat(LONGEST_LINE + 1)}`, 'line 14 is too long'],
    ['of one line that is as long as may be', (text) => `${text}${'x'.repeat(LONGEST_LINE)}`, 'the last line does not end with LF'],
    ['of nothing', () => '', 'the file ends after 0 results, expected 12'],
    ['of a long line', (text) => text.replace(/\n1,.*\n/, `\n1,${'x'.repeat(300)}\n`), /^line 2 is "1,x{198}", expected "1,/],
    ['with two faults', (text) => text.replace('position', 'place').slice(0, -1), `line 1 is not the header ${RESULTS_HEADER}`],
    ['in order', (text) => text, ''],
  ])('%s', async (_, change, expected) => {
    for (const size of [97, 1_000_000]) {
      const found = await problemOf(change, size);
      if (typeof expected === 'string') expect(found).toBe(expected);
      else expect(found).toMatch(expected);
    }
  });
});

describe('what is checked of a pack', () => {
  const drandCheck = 'the round of drand is the one that the rules ask for, and signed';
  const names = [
    'rules.json can be read',
    'draw.json can be read',
    'rules.json has the hash that draw.json names',
    'draws after the first, and they alone, name the one before',
    'the secret opens the commitment',
    'the public randomness is of the kind that the rules ask for',
    'entrants.csv is well formed and sorted',
    'entrants.csv has as many entrants as draw.json says',
    'entrants.csv has the root that draw.json names',
    'the seed follows from rules, entrants, secret and public randomness',
    'results.csv is what the draw gives',
    'results.csv has the root that draw.json names',
  ];
  const words = { rule: { kind: 'text', announced: 'x' }, used: { kind: 'text', value: 'ab' } };
  const round = {
    rule: { kind: 'drand', chainHash: TEST_CHAIN_HASH, round: 7 },
    used: { kind: 'drand', value: randomnessOf(testRound(7)), ...testRound(7), chain: testChain },
  };
  const checksOf = async (rule: unknown, used: unknown) => {
    const vector = await readVector('dozen');
    const withRandomness = (text: string, publicRandomness: unknown) => JSON.stringify({ ...JSON.parse(text), publicRandomness });
    return (await verifyPack(packOf({ ...vector, rules: withRandomness(vector.rules, rule), draw: withRandomness(vector.draw, used) }))).checks;
  };

  test('is the same whatever it has, but for a round of drand where one is asked for and given', async () => {
    const withRound = names.toSpliced(6, 0, drandCheck);
    for (const [rule, used, expected] of [
      [words.rule, words.used, names],
      ['none', null, names],
      [words.rule, round.used, names],
      [round.rule, words.used, names],
      [round.rule, null, names],
      ['none', round.used, names],
      [round.rule, round.used, withRound],
    ] as const)
      expect((await checksOf(rule, used)).map(({ name }) => name)).toEqual(expected);
  });

  test('is whether the round is the one, and signed', async () => {
    const found = async (used: unknown) => (await checksOf(round.rule, used)).find(({ name }) => name === drandCheck);
    expect(await found(round.used)).toEqual({ name: drandCheck, ok: true, detail: '' });
    expect(await found({ ...round.used, round: 8 })).toEqual({ name: drandCheck, ok: false, detail: 'it is round 8, the rules ask for 7' });
  });
});

describe('the draw before', () => {
  const input = {
    method: 'random' as const,
    markets: [{ id: 'm1', capacity: 1, waitlistCapacity: 0 }],
    entrants: [{ ref: 'a'.repeat(32), tier: 0, lots: 1, ranking: ['m1'] }],
    secret: new Uint8Array(32).fill(7),
  };
  const first = makeDraw(input).pack;
  const second = makeDraw({ ...input, secret: new Uint8Array(32).fill(8), before: first.draw }).pack;
  const hashed = 'draw 1 has the hash that rules.json names';
  const named = 'draws after the first, and they alone, name the one before';
  const verify = async (pack: PackText, before?: string | null) => {
    const asked: number[] = [];
    const drawBefore = async (draw: number) => {
      asked.push(draw);
      return before ?? null;
    };
    const { ok, checks } = await verifyPack({ ...packOf(pack), ...(before !== undefined && { drawBefore }) });
    return { ok, asked, detailOf: (name: string) => checks.find((check) => check.name === name)?.detail };
  };

  test('is compared where it is at hand, and no check where it is not', async () => {
    expect(await verify(second, first.draw)).toMatchObject({ ok: true, asked: [1] });
    expect((await verify(second, first.draw)).detailOf(hashed)).toBe('');
    const other = await verify(second, second.draw);
    expect(other.ok).toBe(false);
    expect(other.detailOf(hashed)).toMatch(/^published \w{64}, computed \w{64}$/);
    for (const missing of [null, undefined]) {
      const alone = await verify(second, missing);
      expect(alone.ok).toBe(true);
      expect(alone.detailOf(hashed)).toBeUndefined();
    }
  });

  test('is not asked for by the first, and what a draw names is told', async () => {
    expect(await verify(first, second.draw)).toMatchObject({ ok: true, asked: [] });
    expect((await verify(makeDraw({ ...input, draw: 2 }).pack)).detailOf(named)).toBe('draw 2 names none');
    expect((await verify(makeDraw({ ...input, draw: 1, before: first.draw }).pack)).detailOf(named)).toMatch(/^draw 1 names \w{64}$/);
  });
});

test('rules whose line ends were changed are told as that, and only where their hash is another', async () => {
  const vector = await readVector('dozen');
  const detailOf = async (rules: string, draw = vector.draw) => (await verifyPack(packOf({ ...vector, rules, draw }))).checks[2]?.detail;
  const windows = vector.rules.replaceAll('\n', '\r\n');
  expect(await detailOf(windows)).toMatch(/computed \w{64}; its lines end with CR LF/);
  expect(await detailOf(`${vector.rules} `)).toMatch(/computed \w{64}$/);
  expect(await detailOf(windows, vector.draw.replace(/"rulesHash": "\w+"/, `"rulesHash": "${createHash('sha256').update(windows).digest('hex')}"`))).toBe('');
});

test('the secrets of a campaign’s draws have names of their own', () => {
  expect([drawSecretName('summer-tour'), drawSecretName('summer-tour', 1), drawSecretName('summer-tour', 2)]).toEqual([
    'draw-secret/summer-tour',
    'draw-secret/summer-tour',
    'draw-secret/summer-tour.2',
  ]);
});
