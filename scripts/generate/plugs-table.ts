import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOutcomes } from '../plugs/outcomes.ts';
import type { Outcome } from '../plugs/run.ts';
import { withBlock } from './flow-pages.ts';
import type { GenerateStep } from './steps.ts';

const PAGE = 'docs/operations.md';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const lostOf = ({ missing, mails }: Outcome): string => {
  const { entries, records } = missing;
  const parts = [`${entries} entries`, `${records} records`];
  if (mails !== null)
    parts.push(`${Math.max(0, mails.sent - mails.received + mails.receivedAgain)} mails, ${mails.receivedAgain} twice, ${mails.ambiguous} ambiguous`);
  return parts.join(', ');
};

const rowOf = (outcome: Outcome): string => {
  const { server, fault, how, crowd, drainMs, deadLetters } = outcome;
  const dead = Object.entries(deadLetters).map(([queue, count]) => `${queue} ${count}`);
  const cells = [
    server,
    how === '' ? fault : `${fault}: ${how}`,
    String(crowd.registered),
    String(crowd.askedAgain),
    seconds(crowd.slowestMs),
    seconds(drainMs),
    dead.length === 0 ? '0' : dead.join(', '),
    lostOf(outcome),
  ];
  return `| ${cells.join(' | ')} |`;
};

const HEAD = ['server', 'what was done to it for 30 s', 'fans', 'asked again', 'slowest answer', 'backlog gone after', 'dead letters', 'lost'];

/** What was seen when plugs were pulled, from the runs that are committed. */
export const plugsTable: GenerateStep = {
  name: 'plugs pulled',
  files: () => {
    const written = readFileSync(join(import.meta.dirname, '../..', PAGE), 'utf8');
    const table = [`| ${HEAD.join(' | ')} |`, `| ${HEAD.map(() => '---').join(' | ')} |`, ...readOutcomes().map(rowOf)].join('\n');
    return [{ path: PAGE, text: withBlock(PAGE, written, 'plugs', table) }];
  },
};
