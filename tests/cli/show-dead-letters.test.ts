import { expect, test } from 'vitest';
import type { Connection } from '../../src/cli/connection.ts';
import { showDeadLetters } from '../../src/cli/show-dead-letters.ts';

const letter = (n: number) => ({ messageId: `m-${n}`, error: 'no', receiveCount: 4, sentAt: '', deadAt: null, body: {} });

/** A queue with so many dead letters, in pages of three at most. */
const queueOf = (count: number) => {
  const asked: unknown[] = [];
  const all = Array.from({ length: count }, (_, index) => letter(index));
  const operator = {
    deadLetters: async ({ query: { after, limit = 100 } }: { query: { after?: string; limit?: number } }) => {
      asked.push(after ?? null);
      const from = Number(after ?? 0);
      const page = all.slice(from, from + Math.min(limit, 3));
      return { deadLetters: page, next: from + page.length < count ? String(from + page.length) : null };
    },
  };
  const printed: { readonly value: unknown; readonly text: string }[] = [];
  const output = { answer: <T extends object>(value: T, text: (value: T) => string) => void printed.push({ value, text: text(value) }), note: () => undefined };
  const show = (limit: number, json = false) => showDeadLetters({ operator } as unknown as Pick<Connection, 'operator'>, 'dataQueue', limit, output, json);
  return { show, printed, asked };
};

test('dead letters are printed a page at a time, all of them, under one header', async () => {
  const { show, printed, asked } = queueOf(7);
  await show(Number.MAX_SAFE_INTEGER);
  expect(asked).toEqual([null, '3', '6']);
  expect(printed.map(({ text }) => text.split('\n').map((line) => line.split(' ')[0]))).toEqual([
    ['message', 'm-0', 'm-1', 'm-2'],
    ['m-3', 'm-4', 'm-5'],
    ['m-6'],
  ]);
});

test('no more are asked for than are wanted', async () => {
  const { show, printed, asked } = queueOf(7);
  await show(4);
  expect(asked).toEqual([null, '3']);
  expect(printed.flatMap(({ value }) => value)).toHaveLength(4);
});

test('as JSON they are one object; where there are none it says so', async () => {
  const { show, printed } = queueOf(5);
  await show(100, true);
  expect(printed.map(({ value }) => value)).toEqual([{ deadLetters: [0, 1, 2, 3, 4].map(letter) }]);
  const empty = queueOf(0);
  await empty.show(100);
  expect(empty.printed).toEqual([{ value: { deadLetters: [] }, text: 'No dead letters of dataQueue.' }]);
});
