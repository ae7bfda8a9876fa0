import type { operatorContract } from '../server/operator-contract.ts';
import { type AnswerOf, pagesOf } from '../services/contract.ts';
import type { Connection } from './connection.ts';
import { type Output, table } from './output.ts';

type Letter = AnswerOf<(typeof operatorContract)['operations']['deadLetters']>['deadLetters'][number];

const PAGE = 1000;
const HEADER = ['message', 'dead since', 'received', 'error'];

/** Prints a queue's dead letters as they come, a page in memory at a time; as JSON they are one object and are printed at the end. */
export const showDeadLetters = async (connection: Pick<Connection, 'operator'>, queue: string, limit: number, output: Output, json: boolean): Promise<void> => {
  const all: Letter[] = [];
  let shown = 0;
  for await (const page of lettersOf(connection, queue, limit)) {
    if (json) all.push(...page);
    else output.answer(page, (letters) => table([...(shown === 0 ? [HEADER] : []), ...letters.map(rowOf)]));
    shown += page.length;
  }
  if (json || shown === 0) output.answer({ deadLetters: all }, () => `No dead letters of ${queue}.`);
};

const rowOf = ({ messageId, deadAt, receiveCount, error }: Letter): readonly (string | number)[] => [messageId, deadAt ?? '-', receiveCount, error];

async function* lettersOf({ operator }: Pick<Connection, 'operator'>, queue: string, limit: number): AsyncGenerator<readonly Letter[]> {
  let left = limit;
  for await (const { deadLetters } of pagesOf(operator.deadLetters, { params: { queue }, query: { limit: Math.min(limit, PAGE) } })) {
    const page = deadLetters.slice(0, left);
    if (page.length > 0) yield page;
    left -= page.length;
    if (left === 0) return;
  }
}
