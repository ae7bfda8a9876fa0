import type { PackText } from './draw-pack.ts';

/** One change to a file of the vector `dozen`. */
export interface Tampering {
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

/** Whatever somebody may change in a published draw is found out. */
export const tamperings: readonly Tampering[] = [
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
