import { expect, test } from 'vitest';
import { pagesOf } from '../../src/services/contract.ts';

test('pages come in order, each asked for when the one before is done with, by the same request behind where that one ended', async () => {
  const asked: unknown[] = [];
  const list = async (request: { params: { id: string }; query: { after?: number; limit: number } }) => {
    asked.push(request);
    const { after = 0 } = request.query;
    return { numbers: [after + 1, after + 2], next: after < 4 ? after + 2 : null };
  };
  const seen: number[][] = [];
  for await (const { numbers } of pagesOf(list, { params: { id: 'a' }, query: { limit: 2 } })) {
    expect(asked).toHaveLength(seen.length + 1);
    seen.push(numbers);
  }
  expect(seen).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(asked).toEqual([undefined, 2, 4].map((after) => ({ params: { id: 'a' }, query: after === undefined ? { limit: 2 } : { limit: 2, after } })));
});
