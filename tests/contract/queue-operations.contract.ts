import { describe, expect, test } from 'vitest';
import type { DeadLetter, OutgoingMessage, QueueOperations } from '../../src/ports/queue.ts';

/** The queues that a subject has. */
export const OPERATED_QUEUES = {
  work: { deadLetterQueue: 'workDlq', maxReceiveCount: 3 },
  other: { deadLetterQueue: 'otherDlq', maxReceiveCount: 3 },
} as const;
export const OPERATED_STREAM = 'streamDlq';

type Queue = keyof typeof OPERATED_QUEUES;
type Message = readonly [body: unknown, attributes: Readonly<Record<string, string>>];

export interface QueueOperationsSubject {
  readonly operations: QueueOperations<Queue | typeof OPERATED_STREAM>;
  send(queue: Queue, messages: readonly OutgoingMessage<unknown>[]): Promise<void>;
  /** Receives one message and does not say how it ended. */
  lease(queue: Queue): Promise<void>;
  /** Everything that can be received fails until it is among the dead letters. */
  failAll(queue: Queue): Promise<void>;
  /** Takes what can be received. */
  taken(queue: Queue): Promise<readonly Message[]>;
}

const message = (body: unknown, delaySeconds?: number) => ({
  body,
  correlationId: `correlation-${String(body).slice(0, 9).trim()}`,
  ...(delaySeconds === undefined ? {} : { delaySeconds }),
});
const bodiesOf = (messages: readonly Message[]): readonly unknown[] => messages.map(([body]) => body).sort();
const deadBodies = (letters: readonly DeadLetter[]): readonly unknown[] => letters.map(({ body }) => JSON.parse(body)).sort();
const idOf = (letters: readonly DeadLetter[], body: unknown): string => letters.find((letter) => letter.body === JSON.stringify(body))?.messageId ?? '';

/** What an operator's side of queues has to keep (src/ports/queue.ts). */
export const describeQueueOperationsContract = (name: string, create: () => Promise<QueueOperationsSubject>): void => {
  const withDead = async (...dead: readonly string[]): Promise<QueueOperationsSubject> => {
    const subject = await create();
    await subject.send(
      'work',
      dead.map((body) => message(body)),
    );
    await subject.failAll('work');
    return subject;
  };

  describe(`queue operations: ${name}`, () => {
    test('the depth of a queue tells what waits, is delayed, in flight and dead, by either of its names', async () => {
      const { operations, send, lease } = await withDead('dead-1', 'dead-2');
      await send('work', [message('a'), message('b'), message('c'), message('later', 900)]);
      await lease('work');
      const depth = await operations.depth('work');
      expect(depth).toMatchObject({ waiting: 2, inFlight: 1, delayed: 1, deadLetters: 2 });
      expect([null, 6]).toContain(depth.sent);
      expect([null, 0]).toContain(depth.done);
      expect(await operations.depth('workDlq' as Queue)).toEqual(depth);
      expect(await operations.depth('other')).toMatchObject({ waiting: 0, inFlight: 0, delayed: 0, deadLetters: 0, oldestAgeMs: 0 });
    });

    test('a message that failed for good is shown as it was sent, with how often it was received and why it failed', async () => {
      const { operations } = await withDead('a');
      const letters = await operations.deadLetters('work', 10);
      expect(letters).toEqual([
        {
          messageId: expect.stringMatching(/^.+$/),
          body: '"a"',
          attributes: { correlationId: 'correlation-a' },
          sentAt: expect.any(Number),
          deadAt: letters[0]?.deadAt === null ? null : expect.any(Number),
          receiveCount: 3,
          error: expect.stringMatching(/^.+$/),
          place: expect.stringMatching(/^.+$/),
        },
      ]);
      expect(letters[0]?.sentAt).toBeGreaterThan(0);
    });

    test('looking takes nothing away: each is shown once, at every look, at most so many', async () => {
      const bodies = Array.from({ length: 23 }, (_, index) => `message ${index}`);
      const { operations } = await withDead(...bodies);
      expect(deadBodies(await operations.deadLetters('work', 100))).toEqual([...bodies].sort());
      expect(deadBodies(await operations.deadLetters('workDlq' as Queue, 100))).toEqual([...bodies].sort());
      expect(await operations.deadLetters('work', 12)).toHaveLength(12);
      expect(await operations.deadLetters('other', 100)).toEqual([]);
      expect(await operations.depth('work')).toMatchObject({ deadLetters: 23 });
    });

    test('dead letters are listed a page at a time, each once, in the order of the whole list', async () => {
      const bodies = Array.from({ length: 23 }, (_, index) => `message ${index}`);
      const { operations } = await withDead(...bodies);
      const whole = (await operations.deadLetters('work', 100)).map(({ messageId }) => messageId);
      for (const size of [10, 23, 4]) {
        const listed: string[] = [];
        for (let after: string | null = null; ; ) {
          const page: readonly DeadLetter[] = await operations.deadLetters('work', size, after);
          listed.push(...page.map(({ messageId }) => messageId));
          after = page.at(-1)?.place ?? after;
          if (page.length < size) break;
        }
        expect(listed).toEqual(whole);
      }
      await expect(operations.deadLetters('work', 10, 'no place')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('what goes while somebody turns the pages leaves the others where they are', async () => {
      const { operations } = await withDead('a', 'b', 'c', 'd');
      const [first, second] = await operations.deadLetters('work', 2);
      await operations.redrive('work', [first?.messageId ?? '', second?.messageId ?? '']);
      const rest = await operations.deadLetters('work', 10, second?.place ?? null);
      const left = await operations.deadLetters('work', 10);
      expect(rest.map(({ messageId }) => messageId)).toEqual(left.map(({ messageId }) => messageId));
      expect(rest).toHaveLength(2);
    });

    test('dead letters go back to their queue as they were sent, all or those named, once', async () => {
      const { operations, taken } = await withDead('a', 'b', 'c');
      const letters = await operations.deadLetters('work', 10);
      expect(await operations.redrive('work', [idOf(letters, 'b'), 'work-999', 'nonsense'])).toBe(1);
      expect(await taken('work')).toEqual([['b', { correlationId: 'correlation-b' }]]);
      expect(deadBodies(await operations.deadLetters('work', 10))).toEqual(['a', 'c']);
      expect(await operations.redrive('work', [])).toBe(0);
      expect(await operations.redrive('work')).toBe(2);
      expect(await operations.redrive('work')).toBe(0);
      expect(bodiesOf(await taken('work'))).toEqual(['a', 'c']);
      expect(await operations.depth('work')).toMatchObject({ waiting: 0, deadLetters: 0 });
    });

    test('what was redriven may fail as often as before', async () => {
      const { operations, failAll } = await withDead('a');
      expect(await operations.redrive('work')).toBe(1);
      await failAll('work');
      expect(await operations.deadLetters('work', 10)).toMatchObject([{ body: '"a"', receiveCount: 3 }]);
    });

    test('many go back, also big ones', async () => {
      const bodies = Array.from({ length: 12 }, (_, index) => `${index} `.padEnd(200_000, 'x'));
      const { operations, taken } = await withDead(...bodies);
      expect(await operations.redrive('work')).toBe(12);
      expect(bodiesOf(await taken('work'))).toEqual([...bodies].sort());
    });

    test('what was put among the dead letters says why, and goes back without that', async () => {
      const { operations, taken } = await create();
      const attributes = { correlationId: 'correlation-7', worker: 'saveEntries' };
      await operations.addDeadLetter('workDlq', '{"n":"\uffff"}', 'RECORD_INVALID: no', attributes);
      const letters = await operations.deadLetters('work', 10);
      expect(letters).toMatchObject([{ attributes, error: 'RECORD_INVALID: no', receiveCount: 0, deadAt: expect.any(Number) }]);
      expect(letters.map(({ body }) => JSON.parse(body))).toEqual([{ n: '\uffff' }]);
      expect(await operations.redrive('work')).toBe(1);
      expect(await taken('work')).toEqual([[{ n: '\uffff' }, attributes]]);
    });

    test('any reason is kept, in part where it is long', async () => {
      const { operations } = await create();
      for (const error of ['', 'a\u0000b', 'x'.repeat(5000)]) await operations.addDeadLetter(OPERATED_STREAM, '{}', error, {});
      const letters = await operations.deadLetters(OPERATED_STREAM, 10);
      expect(letters).toHaveLength(3);
      expect(letters.some(({ error }) => error.startsWith('x'.repeat(1000)))).toBe(true);
    });

    test('records of a stream stay where they are: no queue takes them back', async () => {
      const { operations } = await create();
      await operations.addDeadLetter(OPERATED_STREAM, '{"seq":"7"}', 'broken', { correlationId: 'correlation-7' });
      expect(await operations.deadLetters(OPERATED_STREAM, 10)).toMatchObject([{ body: '{"seq":"7"}', error: 'broken' }]);
      expect(await operations.depth(OPERATED_STREAM)).toMatchObject({ deadLetters: 1, waiting: 0 });
      await expect(operations.redrive(OPERATED_STREAM)).rejects.toMatchObject({ code: 'STATE_INVALID' });
      expect(await operations.deadLetters(OPERATED_STREAM, 10)).toHaveLength(1);
    });

    test('what was handled without a queue is gone, and what failed again says the new reason', async () => {
      const { operations } = await create();
      for (const body of ['1', '2', '3']) await operations.addDeadLetter(OPERATED_STREAM, body, 'broken', { correlationId: `correlation-${body}` });
      const letters = await operations.deadLetters(OPERATED_STREAM, 10);
      const outcome = {
        handled: [idOf(letters, 2), 'no such letter'],
        failed: [
          { messageId: idOf(letters, 1), error: 'still broken' },
          { messageId: 'no such letter either', error: 'x' },
        ],
      };
      await operations.settleDeadLetters(OPERATED_STREAM, outcome);
      const left = await operations.deadLetters(OPERATED_STREAM, 10);
      expect(left.map(({ body, error, receiveCount, attributes }) => [body, error, receiveCount, attributes]).sort()).toEqual([
        ['1', 'still broken', 1, { correlationId: 'correlation-1' }],
        ['3', 'broken', 0, { correlationId: 'correlation-3' }],
      ]);
      await operations.settleDeadLetters(OPERATED_STREAM, { handled: [], failed: [{ messageId: idOf(left, 1), error: 'again' }] });
      expect((await operations.deadLetters(OPERATED_STREAM, 10)).find(({ body }) => body === '1')).toMatchObject({ error: 'again', receiveCount: 2 });
      await operations.settleDeadLetters(OPERATED_STREAM, { handled: [], failed: [] });
      expect(await operations.depth(OPERATED_STREAM)).toMatchObject({ deadLetters: 2 });
    });

    test('an unknown queue is refused by name', async () => {
      const { operations } = await create();
      const unknown = 'nowhere' as Queue;
      const refused = { code: 'NOT_FOUND', message: expect.stringContaining('nowhere') };
      await expect(operations.depth(unknown)).rejects.toMatchObject(refused);
      await expect(operations.deadLetters(unknown, 1)).rejects.toMatchObject(refused);
      await expect(operations.redrive(unknown)).rejects.toMatchObject(refused);
      await expect(operations.settleDeadLetters(unknown, { handled: [], failed: [] })).rejects.toMatchObject(refused);
    });
  });
};
