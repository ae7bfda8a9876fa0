import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileScore, readScores, root } from '../../mutation/score.ts';
import { readAccepted } from '../../mutation/survivors.ts';
import { withBlock } from './flow-pages.ts';
import type { GenerateStep } from './steps.ts';

const PAGE = 'docs/mutation.md';
const HEAD = ['file', 'mutants', 'killed', 'ran on and on', 'survive', 'score'];

const short = (file: string): string => file.replace('src/domain/', '');
const code = (text: string): string => (text === '' ? 'nothing' : `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``);

const rowOf = (name: string, { mutants, killed, timeout, survived, noCoverage, score }: FileScore): string =>
  `| ${[name, mutants, killed, timeout, survived + noCoverage, `${score} %`].join(' | ')} |`;

const totalOf = (scores: readonly FileScore[]): FileScore => {
  const sum = (key: 'mutants' | 'killed' | 'timeout' | 'survived' | 'noCoverage'): number => scores.reduce((total, one) => total + one[key], 0);
  const [mutants, killed, timeout, survived, noCoverage] = [sum('mutants'), sum('killed'), sum('timeout'), sum('survived'), sum('noCoverage')];
  return { source: '', mutants, killed, timeout, survived, noCoverage, score: Math.round(((killed + timeout) / mutants) * 1000) / 10 };
};

const scoreTable = (): string => {
  const scored = Object.entries(readScores()).filter(([, { mutants }]) => mutants > 0);
  const rows = scored.map(([file, score]) => rowOf(`\`${short(file)}\``, score));
  return [`| ${HEAD.join(' | ')} |`, `| ${HEAD.map(() => '---').join(' | ')} |`, ...rows, rowOf('all', totalOf(scored.map(([, score]) => score)))].join('\n');
};

const survivorList = (): string =>
  readAccepted()
    .map(({ file, reason, changes }) => {
      const items = changes.map(({ original, replacement }) => `  - ${code(original)} → ${code(replacement)}`);
      return [`- \`${short(file)}\`: ${reason}`, ...items].join('\n');
    })
    .join('\n');

/** What became of the mutants of src/domain, from mutation/score.json and mutation/accepted.json. */
export const mutationTables: GenerateStep = {
  name: 'mutation scores',
  files: () => {
    const written = readFileSync(join(root, PAGE), 'utf8');
    return [{ path: PAGE, text: withBlock(PAGE, withBlock(PAGE, written, 'scores', scoreTable()), 'survivors', survivorList()) }];
  },
};
