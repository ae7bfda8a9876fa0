import { type DrawRecord, type DrawRules, parseDrawRecord, parseRules } from './draw-rules.ts';
import type { Entrants } from './entrants.ts';
import { CHANGED_LINE_ENDS, createLineSplitter, LONGEST_LINE } from './lines.ts';
import { highestTier } from './lots.ts';
import { createMerkleTree } from './merkle-tree.ts';
import { orderEntrants } from './order.ts';
import { createPriorities } from './priorities.ts';
import { readEntrants } from './read-entrants.ts';
import { commitmentTo, seedOf } from './seed.ts';
import { formatResult, RESULTS_HEADER, serve } from './serving.ts';
import { type Digest, sha256, toHex } from './sha256.ts';

/** The four files of a published draw, as text in chunks of any size. */
export interface Pack {
  readonly rules: AsyncIterable<string>;
  readonly entrants: AsyncIterable<string>;
  readonly results: AsyncIterable<string>;
  readonly draw: AsyncIterable<string>;
  /** draw.json of the draw before, asked for where the rules name one; null where it is not at hand, which leaves out one check. */
  readonly drawBefore?: (draw: number) => Promise<string | null>;
}

export interface Check {
  /** What was checked, in a few words. */
  readonly name: string;
  readonly ok: boolean;
  /** Where it differs, and how; empty where it is ok. */
  readonly detail: string;
}

export interface Verification {
  readonly ok: boolean;
  /** In order. A check that cannot be made without one that failed is left out. */
  readonly checks: readonly Check[];
  /** What whoever relies on the draw should ask about, though the draw is computed as it should be. */
  readonly remarks: readonly string[];
}

/** Recomputes a whole draw from its files and compares. Throws only what reading a file throws. */
export const verifyPack = async (pack: Pack): Promise<Verification> => {
  const checks: Check[] = [];
  const check = (name: string, problem: string | null): void => {
    checks.push({ name, ok: problem === null, detail: problem ?? '' });
  };
  const remarks: string[] = [];
  const done = (): Verification => ({ ok: checks.every(({ ok }) => ok), checks, remarks });

  const rulesText = await wholeText(pack.rules);
  const rules = parseRules(rulesText);
  const record = parseDrawRecord(await wholeText(pack.draw));
  check('rules.json can be read', rules.ok ? null : rules.problem);
  check('draw.json can be read', record.ok ? null : record.problem);
  if (!rules.ok || !record.ok) return done();

  const rulesHash = sha256(rulesText);
  const changed = differs(record.value.rulesHash, toHex(rulesHash));
  check('rules.json has the hash that draw.json names', changed !== null && rulesText.includes('\r\n') ? `${changed}; ${CHANGED_LINE_ENDS}` : changed);
  const { draw, previous } = rules.value;
  check('draws after the first, and they alone, name the one before', (draw === 1) === (previous === null) ? null : `draw ${draw} names ${previous ?? 'none'}`);
  if (previous !== null) {
    const before = (await pack.drawBefore?.(draw - 1)) ?? null;
    if (before !== null) check(`draw ${draw - 1} has the hash that rules.json names`, differs(previous, toHex(sha256(before))));
  }
  const secret = Buffer.from(record.value.secret, 'hex');
  check('the secret opens the commitment', differs(rules.value.commitment, commitmentTo(secret)));
  check('the public randomness is of the kind that the rules ask for', kindProblem(rules.value, record.value));
  const { publicRandomness: rule } = rules.value;
  const { publicRandomness: used } = record.value;
  if (rule !== 'none' && rule.kind === 'drand' && used?.kind === 'drand') {
    // Curves take time to load, and few draws are made with them.
    const { drandProblem } = await import('./drand.ts');
    check('the round of drand is the one that the rules ask for, and signed', drandProblem(rule, used));
  }

  const entrants = await readEntrants(pack.entrants, rules.value, record.value.entrantsCount);
  check('entrants.csv is well formed and sorted', typeof entrants === 'string' ? entrants : null);
  if (typeof entrants === 'string') return done();
  check('entrants.csv has as many entrants as draw.json says', differs(String(record.value.entrantsCount), String(entrants.count)));
  check('entrants.csv has the root that draw.json names', differs(record.value.entrantsRoot, toHex(entrants.root)));
  remarks.push(...tierRemarks(rules.value, entrants));

  const seed = seedOf(secret, rulesHash, entrants.root, Buffer.from(record.value.publicRandomness?.value ?? '', 'hex'));
  check('the seed follows from rules, entrants, secret and public randomness', differs(record.value.seed, toHex(seed)));
  const results = await compareResults(pack.results, rules.value, entrants, seed);
  check('results.csv is what the draw gives', results.problem);
  check('results.csv has the root that draw.json names', differs(record.value.resultsRoot, toHex(results.root)));
  return done();
};

/** Not wrong by itself: packs are drawn by their tiers whoever gave them, and some were published before rules named groups. */
const tierRemarks = (rules: DrawRules, { count, tiers }: Entrants): readonly string[] => {
  if (highestTier(rules) !== null) return [];
  const later = tiers.subarray(0, count).filter((tier) => tier > 0).length;
  if (later === 0) return [];
  return [
    `${later} of ${count} entrants are served after the others, by a tier above 0, though the method is ${rules.method} and the rules name no priority groups: ask why`,
  ];
};

const compareResults = async (
  file: AsyncIterable<string>,
  rules: DrawRules,
  entrants: Entrants,
  seed: Digest,
): Promise<{ problem: string | null; root: Digest }> => {
  const priorities = createPriorities(entrants, seed);
  priorities.compute(0, entrants.count);
  const expected = serve(rules.markets, entrants, orderEntrants(entrants, priorities.bytes));
  const tree = createMerkleTree();
  let problem: string | null = null;
  let lineNumber = 0;
  const note = (what: string): void => {
    problem ??= what;
  };
  const lines = createLineSplitter((line) => {
    lineNumber += 1;
    if (lineNumber === 1) {
      if (line !== RESULTS_HEADER) note(`line 1 is not the header ${RESULTS_HEADER}${line.endsWith('\r') ? `; ${CHANGED_LINE_ENDS}` : ''}`);
      return;
    }
    tree.add(line);
    const next = expected.next();
    if (next.done === true) note(`line ${lineNumber} is one too many: there are ${entrants.count} entrants`);
    else if (line !== formatResult(next.value)) note(`line ${lineNumber} is "${line.slice(0, 200)}", expected "${formatResult(next.value)}"`);
  });
  for await (const chunk of file) {
    lines.push(chunk);
    if (lines.rest().length > LONGEST_LINE) return { problem: `line ${lineNumber + 1} is too long`, root: tree.root() };
  }
  if (lines.rest() !== '') note('the last line does not end with LF');
  if (tree.size < entrants.count) note(`the file ends after ${tree.size} results, expected ${entrants.count}`);
  return { problem, root: tree.root() };
};

const kindProblem = ({ publicRandomness: rule }: DrawRules, { publicRandomness: used }: DrawRecord): string | null => {
  const asked = rule === 'none' ? 'none' : rule.kind;
  const found = used === null ? 'none' : used.kind;
  return asked === found ? null : `the rules ask for ${asked}, draw.json has ${found}`;
};

const differs = (published: string, computed: string): string | null => (published === computed ? null : `published ${published}, computed ${computed}`);

const wholeText = async (file: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const chunk of file) text += chunk;
  return text;
};
