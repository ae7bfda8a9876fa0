import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lease, QueueEngine } from '../../src/ports/queue.ts';
import type { SetClock } from '../support/set-clock.ts';

/** The queues that a subject has. */
export const CONTRACT_QUEUES = {
  work: { deadLetterQueue: 'workDlq', visibilitySeconds: 30, maxReceiveCount: 3, retentionDays: 0.1 },
  other: { deadLetterQueue: 'otherDlq', visibilitySeconds: 60, maxReceiveCount: 1, retentionDays: 0.2 },
} as const;
/** How long dead letters are kept. */
export const DEAD_LETTER_DAYS = 0.3;
export const STREAM_DEAD_LETTERS = 'streamDlq';

type Name = keyof typeof CONTRACT_QUEUES | typeof STREAM_DEAD_LETTERS;

export interface QueueSubject {
  readonly queues: QueueEngine<Name>;
  readonly clock: SetClock;
  /** The same queues after the process ended and another began. */
  restart(): Promise<QueueSubject>;
}

const message = (body: unknown, delaySeconds?: number) => ({ body, correlationId: 'correlation-1', ...(delaySeconds === undefined ? {} : { delaySeconds }) });
const bodies = (lease: Lease | null): unknown[] => (lease?.messages ?? []).map(({ body }) => JSON.parse(body));
const received = async (queues: QueueEngine<Name>, max = 10): Promise<Lease> => {
  const lease = await queues.receive('work', max);
  if (lease === null) throw new Error('nothing was visible');
  return lease;
};
const failAll = (lease: Lease, error = 'broken', deadLetter?: boolean) => ({
  failed: lease.messages.map(({ messageId }) => ({ messageId, error, ...(deadLetter === undefined ? {} : { deadLetter }) })),
});
/** Time goes by while somebody is there to handle messages. */
const live = async ({ queues, clock }: QueueSubject, days: number): Promise<number> => {
  const step = 9 * 60_000;
  let expired = await queues.expire();
  for (let left = days * 86_400_000; left > 0; left -= step) {
    clock.advance(Math.min(step, left));
    expired += await queues.expire();
  }
  return expired;
};
const VISIBILITY_MS = CONTRACT_QUEUES.work.visibilitySeconds * 1000;

/** What every queue engine has to keep (src/ports/queue.ts). */
export const describeQueueEngineContract = (name: string, create: () => Promise<QueueSubject>): void => {
  describe(`queue engine: ${name}`, () => {
    test('a message is received once, as it was sent', async () => {
      const { queues, clock } = await create();
      expect(await queues.send('work', [message({ text: 'Zoë \ud800 \u0000' })])).toEqual({ failed: [] });
      const sentAt = clock.now();
      clock.advance(5);
      const lease = await received(queues);
      expect(lease.messages).toEqual([
        {
          messageId: expect.stringMatching(/^.+$/),
          body: JSON.stringify({ text: 'Zoë \ud800 \u0000' }),
          attributes: { correlationId: 'correlation-1' },
          sentAt,
          firstReceivedAt: clock.now(),
          receiveCount: 1,
        },
      ]);
      expect(await queues.receive('work', 10)).toBeNull();
      expect(await queues.settle('work', lease.token, { failed: [] })).toBe(true);
      clock.advance(VISIBILITY_MS);
      expect(await queues.receive('work', 10)).toBeNull();
      expect(await queues.depth('work')).toEqual({ waiting: 0, inFlight: 0, delayed: 0, deadLetters: 0, oldestAgeMs: 0, sent: 1, done: 1, expired: 0 });
    });

    test('a receive gives at most what is asked for, and receivers share no message', async () => {
      const { queues } = await create();
      await queues.send(
        'work',
        Array.from({ length: 25 }, (_, index) => message(index)),
      );
      const leases = await Promise.all([queues.receive('work', 10), queues.receive('work', 10), queues.receive('work', 10), queues.receive('work', 10)]);
      expect(leases.map((lease) => lease?.messages.length ?? 0)).toEqual([10, 10, 5, 0]);
      expect(new Set(leases.flatMap(bodies)).size).toBe(25);
      expect(await queues.receive('work', 0)).toBeNull();
    });

    test('queues do not see each other', async () => {
      const { queues } = await create();
      await queues.send('work', [message('for work')]);
      expect(await queues.receive('other', 10)).toBeNull();
      expect(bodies(await queues.receive('work', 10))).toEqual(['for work']);
    });

    test('only what failed comes back, after the visibility timeout and counted', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('good'), message('bad'), message('fine')]);
      const first = await received(queues);
      const bad = first.messages[1]?.messageId as string;
      const firstReceivedAt = clock.now();
      expect(await queues.settle('work', first.token, { failed: [{ messageId: bad, error: 'broken' }] })).toBe(true);
      expect(await queues.receive('work', 10)).toBeNull();
      expect(await queues.depth('work')).toMatchObject({ waiting: 0, inFlight: 0, delayed: 1, sent: 3, done: 2 });
      expect(await queues.nextVisibleAt('work')).toBe(clock.now() + VISIBILITY_MS);
      clock.advance(VISIBILITY_MS);
      expect(await queues.depth('work')).toMatchObject({ waiting: 1, delayed: 0 });
      const second = await received(queues);
      expect(second.messages).toEqual([{ ...first.messages[1], firstReceivedAt, receiveCount: 2 }]);
    });

    test('a message that fails at its last receive is a dead letter with the last error', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message({ n: 1 })]);
      const sentAt = clock.now();
      for (const error of ['first', 'second', 'third']) {
        clock.advance(VISIBILITY_MS);
        const lease = await received(queues);
        await queues.settle('work', lease.token, failAll(lease, error));
      }
      expect(await queues.deadLetters('work', 10)).toEqual([
        {
          messageId: expect.any(String),
          body: '{"n":1}',
          attributes: { correlationId: 'correlation-1' },
          sentAt,
          deadAt: clock.now(),
          receiveCount: 3,
          error: 'third',
          place: expect.any(String),
        },
      ]);
      clock.advance(VISIBILITY_MS);
      expect(await queues.receive('work', 10)).toBeNull();
      expect(await queues.depth('work')).toMatchObject({ deadLetters: 1, sent: 1, done: 0 });
    });

    test('a message that can never succeed is a dead letter at once', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('poison'), message('late poison')]);
      const lease = await received(queues, 1);
      await queues.settle('work', lease.token, failAll(lease, 'no schema', true));
      expect(await queues.deadLetters('work', 10)).toMatchObject([{ body: '"poison"', receiveCount: 1, error: 'no schema' }]);
      const second = await received(queues, 1);
      await queues.settle('work', second.token, failAll(second));
      clock.advance(VISIBILITY_MS);
      const again = await received(queues, 1);
      await queues.settle('work', again.token, failAll(again, 'no schema', true));
      expect(await queues.deadLetters('work', 1)).toMatchObject([{ body: '"poison"' }]);
      expect(await queues.depth('work')).toMatchObject({ deadLetters: 2, waiting: 0, delayed: 0, inFlight: 0 });
    });

    test('a lease that ran out is received again, and its late worker changes nothing', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('slow')]);
      const late = await received(queues);
      clock.advance(VISIBILITY_MS - 1);
      expect(await queues.receive('work', 10)).toBeNull();
      clock.advance(1);
      expect(await queues.settle('work', late.token, { failed: [] })).toBe(false);
      const next = await received(queues);
      expect(next.messages).toEqual([{ ...late.messages[0], receiveCount: 2 }]);
      expect(await queues.settle('work', late.token, failAll(late, 'late', true))).toBe(false);
      expect(await queues.depth('work')).toMatchObject({ inFlight: 1, deadLetters: 0, done: 0 });
      expect(await queues.settle('work', next.token, { failed: [] })).toBe(true);
      expect(await queues.settle('work', next.token, { failed: [] })).toBe(false);
    });

    test('a lease that ran out can be taken over in pieces', async () => {
      const { queues, clock } = await create();
      await queues.send(
        'work',
        Array.from({ length: 7 }, (_, index) => message(index)),
      );
      await received(queues);
      clock.advance(VISIBILITY_MS);
      const pieces = [await received(queues, 3), await received(queues, 3), await received(queues, 3)];
      expect(pieces.map(bodies)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
      expect(pieces.flatMap(({ messages }) => messages.map(({ receiveCount }) => receiveCount))).toEqual([2, 2, 2, 2, 2, 2, 2]);
      await queues.settle('work', (pieces[1] as Lease).token, { failed: [] });
      expect(await queues.depth('work')).toMatchObject({ inFlight: 4, done: 3, waiting: 0 });
    });

    test('a message whose leases all ran out is a dead letter', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('crashes'), message('fails, then crashes')]);
      const first = await received(queues);
      await queues.settle('work', first.token, { failed: [{ messageId: first.messages[1]?.messageId as string, error: 'broken' }] });
      await queues.send('work', [message('crashes')]);
      for (let receives = 0; receives < 3; receives += 1) {
        await queues.receive('work', 10);
        clock.advance(VISIBILITY_MS);
      }
      await queues.receive('work', 10);
      expect((await queues.deadLetters('work', 10)).map(({ body, receiveCount }) => [body, receiveCount]).sort()).toEqual([
        ['"crashes"', 3],
        ['"fails, then crashes"', 3],
      ]);
      expect(await queues.depth('work')).toMatchObject({ waiting: 0, inFlight: 0, delayed: 0, deadLetters: 2, sent: 3, done: 1 });
    });

    test('a delayed message waits for its time', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('later', 10), message('now')]);
      expect(await queues.depth('work')).toMatchObject({ waiting: 1, delayed: 1 });
      const now = await received(queues);
      expect(bodies(now)).toEqual(['now']);
      await queues.settle('work', now.token, { failed: [] });
      expect(await queues.nextVisibleAt('work')).toBe(clock.now() + 10_000);
      clock.advance(9_999);
      expect(await queues.receive('work', 10)).toBeNull();
      clock.advance(1);
      const later = await received(queues);
      expect(later.messages).toMatchObject([{ body: '"later"', receiveCount: 1 }]);
      await queues.settle('work', later.token, { failed: [] });
      expect(await queues.nextVisibleAt('work')).toBeNull();
    });

    test('a delayed message that fails together with its neighbours fails by itself', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('a'), message('b', 1), message('c')]);
      clock.advance(1000);
      const lease = await received(queues);
      expect(bodies(lease).sort()).toEqual(['a', 'b', 'c']);
      const b = lease.messages.find(({ body }) => body === '"b"')?.messageId as string;
      expect(await queues.settle('work', lease.token, { failed: [{ messageId: b, error: 'broken' }] })).toBe(true);
      expect(await queues.depth('work')).toMatchObject({ delayed: 1, done: 2, inFlight: 0, waiting: 0 });
    });

    test('what cannot be sent is named by its index, and the rest is sent', async () => {
      const { queues } = await create();
      const circular: Record<string, unknown> = {};
      circular.self = circular;
      const limit = 256 * 1024;
      const { failed } = await queues.send('work', [
        message('fits'),
        message('x'.repeat(limit - 1)),
        message('x'.repeat(limit - 2)),
        message('é'.repeat(limit / 2)),
        message(undefined),
        message(circular),
        message('too late', 901),
        message('too early', -1),
        message('when?', Number.NaN),
        message('last'),
      ]);
      expect(failed.map(({ index, reason }) => [index, reason.split(':')[0]])).toEqual([
        [1, 'TOO_LARGE'],
        [3, 'TOO_LARGE'],
        [4, 'INPUT_INVALID'],
        [5, 'INPUT_INVALID'],
        [6, 'INPUT_INVALID'],
        [7, 'INPUT_INVALID'],
        [8, 'INPUT_INVALID'],
      ]);
      expect(await queues.depth('work')).toMatchObject({ waiting: 3, sent: 3 });
      expect(await queues.send('work', [])).toEqual({ failed: [] });
    });

    test('an id that is not of the lease is an error, and settles nothing', async () => {
      const { queues } = await create();
      await queues.send('work', [message(1), message(2)]);
      const mine = await received(queues, 1);
      const others = await received(queues, 1);
      const foreign = others.messages[0]?.messageId as string;
      for (const messageId of [foreign, 'work-99', 'work-', 'other-1', '', 'work-1e0', 'work-01'])
        await expect(queues.settle('work', mine.token, { failed: [{ messageId, error: 'broken' }] }), messageId).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(await queues.depth('work')).toMatchObject({ inFlight: 2, done: 0 });
      expect(await queues.settle('work', mine.token, { failed: [] })).toBe(true);
      expect(await queues.settle('work', 'no such token', { failed: [] })).toBe(false);
      expect(await queues.settle('other', others.token, { failed: [] })).toBe(false);
    });

    test('a message of another lease is no part of this one, even if it was sent between its messages', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('a'), message('b', 1), message('c')]);
      const outer = await received(queues);
      clock.advance(1000);
      const inner = await received(queues);
      expect([bodies(outer), bodies(inner)]).toEqual([['a', 'c'], ['b']]);
      await expect(queues.settle('work', outer.token, failAll(inner))).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(await queues.depth('work')).toMatchObject({ inFlight: 3, done: 0 });
    });

    test('a message named twice as failed fails once', async () => {
      const { queues } = await create();
      await queues.send('work', [message(1), message(2)]);
      const lease = await received(queues);
      const [failure] = failAll(lease).failed;
      if (failure === undefined) throw new Error('no message');
      await queues.settle('work', lease.token, { failed: [failure, failure] });
      expect(await queues.depth('work')).toMatchObject({ delayed: 1, done: 1 });
    });

    test('an unknown queue is refused by name', async () => {
      const { queues } = await create();
      const unknown = 'nowhere' as Name;
      const refused = { code: 'NOT_FOUND', message: expect.stringContaining('nowhere') };
      await expect(queues.send(unknown, [message(1)])).rejects.toMatchObject(refused);
      await expect(queues.receive(unknown, 1)).rejects.toMatchObject(refused);
      await expect(queues.settle(unknown, 'token', { failed: [] })).rejects.toMatchObject(refused);
      await expect(queues.depth(unknown)).rejects.toMatchObject(refused);
      await expect(queues.deadLetters(unknown, 1)).rejects.toMatchObject(refused);
      await expect(queues.redrive(unknown)).rejects.toMatchObject(refused);
    });

    test('redriven dead letters start anew, all or those named', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('a'), message('b'), message('c')]);
      const lease = await received(queues);
      await queues.settle('work', lease.token, failAll(lease, 'no schema', true));
      const [, b] = await queues.deadLetters('work', 10);
      expect(await queues.redrive('work', [b?.messageId as string, 'work-999', 'nonsense'])).toBe(1);
      clock.advance(1000);
      const again = await received(queues);
      expect(again.messages).toEqual([{ ...lease.messages[1], receiveCount: 1, firstReceivedAt: clock.now() }]);
      await queues.settle('work', again.token, { failed: [] });
      expect(await queues.redrive('work')).toBe(2);
      expect(await queues.redrive('work')).toBe(0);
      expect(bodies(await queues.receive('work', 10)).sort()).toEqual(['a', 'c']);
      expect(await queues.depth('work')).toMatchObject({ sent: 3, done: 1, inFlight: 2, deadLetters: 0 });
    });

    test('dead letters that were handled without a queue are done, and those that failed again keep their place and say why', async () => {
      const { queues } = await create();
      for (const body of ['1', '2', '3']) await queues.addDeadLetter(STREAM_DEAD_LETTERS, body, 'broken', {});
      const [first, second, third] = await queues.deadLetters(STREAM_DEAD_LETTERS, 10);
      const idOf = (letter: typeof first): string => letter?.messageId ?? '';
      await queues.settleDeadLetters(STREAM_DEAD_LETTERS, {
        handled: [idOf(second), 'no such letter'],
        failed: [
          { messageId: idOf(first), error: 'still broken' },
          { messageId: 'no such letter', error: 'x' },
        ],
      });
      expect(await queues.deadLetters(STREAM_DEAD_LETTERS, 10)).toEqual([{ ...first, error: 'still broken', receiveCount: 1 }, third]);
      expect(await queues.depth(STREAM_DEAD_LETTERS)).toMatchObject({ sent: 3, done: 1, deadLetters: 2 });
      await queues.settleDeadLetters(STREAM_DEAD_LETTERS, { handled: [idOf(second)], failed: [] });
      expect(await queues.depth(STREAM_DEAD_LETTERS)).toMatchObject({ sent: 3, done: 1, deadLetters: 2 });
    });

    test('a message that waits longer than its queue keeps it expires and is counted; what is younger stays', async () => {
      const subject = await create();
      const { queues } = subject;
      await queues.send('work', [message('old'), message('old too'), message('delayed', 10)]);
      await queues.send('other', [message('kept longer')]);
      expect(await live(subject, 0.09)).toBe(0);
      await queues.send('work', [message('young')]);
      expect(await live(subject, 0.02)).toBe(3);
      expect(await queues.depth('work')).toMatchObject({ waiting: 1, delayed: 0, sent: 4, done: 0, expired: 3 });
      expect(bodies(await queues.receive('work', 10))).toEqual(['young']);
      expect(bodies(await queues.receive('other', 10))).toEqual(['kept longer']);
    });

    test('a message that failed expires by when it was sent, and one in flight does not', async () => {
      const subject = await create();
      const { queues, clock } = subject;
      await queues.send('work', [message('fails'), message('slow')]);
      await live(subject, 0.0999);
      clock.advance(45_000);
      const lease = await received(queues, 1);
      await queues.settle('work', lease.token, failAll(lease));
      const slow = await received(queues, 1);
      clock.advance(20_000);
      expect(await queues.expire()).toBe(1);
      expect(await queues.settle('work', slow.token, { failed: [] })).toBe(true);
      expect(await queues.depth('work')).toMatchObject({ sent: 2, done: 1, expired: 1, waiting: 0, inFlight: 0, delayed: 0 });
    });

    test('a message in flight for the second time does not expire either', async () => {
      const subject = await create();
      const { queues, clock } = subject;
      await queues.send('work', [message('slow')]);
      await live(subject, 0.0999);
      const first = await received(queues);
      await queues.settle('work', first.token, failAll(first));
      clock.advance(VISIBILITY_MS + 10_000);
      const second = await received(queues);
      clock.advance(VISIBILITY_MS - 5000);
      expect(await queues.expire()).toBe(0);
      expect(await queues.settle('work', second.token, { failed: [] })).toBe(true);
      expect(await queues.depth('work')).toMatchObject({ sent: 1, done: 1, expired: 0 });
    });

    test('what was in flight when its process ended expires too, if nobody comes for it', async () => {
      const before = await create();
      await before.queues.send('work', [message('first'), message('second')]);
      await received(before.queues);
      const after = await before.restart();
      expect(await live(after, 0.11)).toBe(2);
      expect(await after.queues.depth('work')).toMatchObject({ sent: 2, expired: 2, waiting: 0, inFlight: 0 });
      expect(await after.queues.receive('work', 10)).toBeNull();
    });

    test('dead letters are kept longer, by when their message was sent; what was redriven begins anew', async () => {
      const subject = await create();
      const { queues } = subject;
      await queues.send('work', [message('dead'), message('back again')]);
      await queues.addDeadLetter(STREAM_DEAD_LETTERS, '{}', 'broken', {});
      const lease = await received(queues);
      await queues.settle('work', lease.token, failAll(lease, 'no schema', true));
      await live(subject, 0.29);
      await queues.redrive('work', [lease.messages[1]?.messageId as string]);
      expect(await live(subject, 0.02)).toBe(2);
      expect(await queues.deadLetters('work', 10)).toEqual([]);
      expect(await queues.depth(STREAM_DEAD_LETTERS)).toMatchObject({ sent: 1, expired: 1, deadLetters: 0 });
      expect(bodies(await queues.receive('work', 10))).toEqual(['back again']);
      expect(await queues.depth('work')).toMatchObject({ sent: 2, expired: 1, inFlight: 1 });
    });

    test('nothing grows old while nobody is there: over a restart, and where a clock jumps by weeks', async () => {
      const before = await create();
      await before.queues.send('work', [message('waits')]);
      await live(before, 0.05);
      before.clock.advance(30 * 86_400_000);
      expect(await before.queues.expire()).toBe(0);
      const subject = await before.restart();
      subject.clock.advance(86_400_000);
      expect(await live(subject, 0.04)).toBe(0);
      expect(await subject.queues.depth('work')).toMatchObject({ waiting: 1, expired: 0 });
      expect(await live(subject, 0.02)).toBe(1);
    });

    test('a long queue expires whole', async () => {
      const subject = await create();
      await subject.queues.send(
        'work',
        Array.from({ length: 4500 }, (_, index) => message(index)),
      );
      await live(subject, 0.0999);
      subject.clock.advance(60_000);
      expect(await subject.queues.expire()).toBe(4500);
      expect(await subject.queues.depth('work')).toMatchObject({ waiting: 0, expired: 4500 });
    });

    test('a failed record of a stream is kept as a dead letter, which no queue takes back', async () => {
      const { queues, clock } = await create();
      await queues.addDeadLetter(STREAM_DEAD_LETTERS, '{"seq":"7"}', 'broken', { correlationId: 'correlation-7', shard: 's1' });
      expect(await queues.deadLetters(STREAM_DEAD_LETTERS, 10)).toMatchObject([
        { body: '{"seq":"7"}', error: 'broken', attributes: { correlationId: 'correlation-7', shard: 's1' }, deadAt: clock.now() },
      ]);
      expect(await queues.depth(STREAM_DEAD_LETTERS)).toMatchObject({ deadLetters: 1, waiting: 0 });
      await expect(queues.redrive(STREAM_DEAD_LETTERS)).rejects.toMatchObject({ code: 'STATE_INVALID' });
      await expect(queues.send(STREAM_DEAD_LETTERS, [message(1)])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test("a dead letter added to a queue's own dead-letter queue can be redriven to it", async () => {
      const { queues } = await create();
      await queues.addDeadLetter('workDlq', '"lost"', 'broken', {});
      expect(await queues.redrive('work')).toBe(1);
      expect(bodies(await queues.receive('work', 10))).toEqual(['lost']);
      expect(await queues.depth('work')).toMatchObject({ sent: 1, inFlight: 1 });
    });

    test('listeners hear of messages that became visible, after they can be received', async () => {
      const { queues } = await create();
      const heard: Promise<unknown>[] = [];
      queues.onArrival('work', () => heard.push(queues.receive('work', 1).then(bodies)));
      await queues.send('other', [message('elsewhere')]);
      await queues.send('work', [message('later', 10)]);
      await queues.send('work', [message('x'.repeat(300_000))]);
      expect(heard).toHaveLength(0);
      await queues.send('work', [message('now')]);
      expect(await Promise.all(heard)).toEqual([['now']]);
      await queues.addDeadLetter('workDlq', '"redriven"', 'broken', {});
      await queues.redrive('work');
      expect(await Promise.all(heard)).toEqual([['now'], ['redriven']]);
    });

    test('the age of the oldest message counts from when it was sent', async () => {
      const { queues, clock } = await create();
      await queues.send('work', [message('old')]);
      clock.advance(1000);
      await queues.send('work', [message('young')]);
      clock.advance(500);
      expect((await queues.depth('work')).oldestAgeMs).toBe(1500);
      const lease = await received(queues, 1);
      await queues.settle('work', lease.token, failAll(lease));
      expect((await queues.depth('work')).oldestAgeMs).toBe(1500);
    });

    test('all of it outlives the process; what was in flight is received again at once', async () => {
      const before = await create();
      await before.queues.send('work', [message('in flight'), message('failed'), message('dead'), message('waiting'), message('delayed', 10)]);
      const lease = await received(before.queues, 1);
      const second = await received(before.queues, 1);
      await before.queues.settle('work', second.token, failAll(second));
      const third = await received(before.queues, 1);
      await before.queues.settle('work', third.token, failAll(third, 'no schema', true));

      const { queues, clock } = await before.restart();
      expect(await queues.settle('work', lease.token, { failed: [] })).toBe(false);
      expect(await queues.depth('work')).toMatchObject({ waiting: 2, inFlight: 0, delayed: 2, deadLetters: 1, sent: 5, done: 0 });
      const next = await received(queues);
      expect(next.messages.map(({ body, receiveCount }) => [body, receiveCount])).toEqual([
        ['"in flight"', 2],
        ['"waiting"', 1],
      ]);
      clock.advance(VISIBILITY_MS);
      expect((await received(queues)).messages.map(({ body, receiveCount }) => [body, receiveCount])).toEqual(
        expect.arrayContaining([
          ['"failed"', 2],
          ['"delayed"', 1],
        ]),
      );
      expect(await queues.deadLetters('work', 10)).toMatchObject([{ body: '"dead"', error: 'no schema' }]);
    });

    test('a message that was in flight for the second time is received again at once too', async () => {
      const before = await create();
      await before.queues.send('work', [message('failed')]);
      const first = await received(before.queues);
      await before.queues.settle('work', first.token, failAll(first));
      before.clock.advance(VISIBILITY_MS);
      await received(before.queues);
      const { queues } = await before.restart();
      expect((await received(queues)).messages).toMatchObject([{ body: '"failed"', receiveCount: 3 }]);
    });

    test('whatever happens, messages are conserved, leased to one at a time, and done for good', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
          const history = createHistory(await create());
          for (const next of steps) await history.take(next);
          await history.drain();
        }),
        { numRuns: 40 },
      );
    });
  });
};

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('send' as const), count: fc.integer({ min: 1, max: 6 }), delaySeconds: fc.constantFrom(0, 0, 0, 5, 40) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('receive' as const), max: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      lease: fc.nat(5),
      outcomes: fc.array(fc.constantFrom('done', 'failed', 'dead'), { minLength: 5, maxLength: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('advance' as const), seconds: fc.constantFrom(1, 10, 29, 30, 31) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redrive' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('live' as const), days: fc.constantFrom(0.01, 0.05, 0.15) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Takes steps on a queue and checks after each what must always hold. */
const createHistory = (start: QueueSubject) => {
  let subject = start;
  let leases: { readonly lease: Lease; readonly until: number }[] = [];
  let sent = 0;
  const done = new Set<string>();
  const counts = new Map<string, number>();

  const receive = async (max: number): Promise<Lease | null> => {
    const lease = await subject.queues.receive('work', max);
    const now = subject.clock.now();
    const held = new Set(leases.filter(({ until }) => until > now).flatMap((other) => other.lease.messages.map(({ messageId }) => messageId)));
    for (const { messageId, receiveCount } of lease?.messages ?? []) {
      expect(done.has(messageId)).toBe(false);
      expect(held.has(messageId)).toBe(false);
      expect(receiveCount).toBe((counts.get(messageId) ?? 0) + 1);
      expect(receiveCount).toBeLessThanOrEqual(3);
      counts.set(messageId, receiveCount);
    }
    if (lease !== null) leases.push({ lease, until: now + VISIBILITY_MS });
    return lease;
  };

  const settle = async ({ lease, until }: (typeof leases)[number], outcomes: readonly string[]): Promise<void> => {
    const outcomeOf = (index: number): string => outcomes[index] ?? 'done';
    const failed = lease.messages.flatMap(({ messageId }, index) =>
      outcomeOf(index) === 'done' ? [] : [{ messageId, error: 'broken', deadLetter: outcomeOf(index) === 'dead' }],
    );
    const settled = await subject.queues.settle('work', lease.token, { failed });
    expect(settled).toBe(until > subject.clock.now());
    leases = leases.filter((other) => other.lease !== lease);
    if (settled) for (const [index, { messageId }] of lease.messages.entries()) if (outcomeOf(index) === 'done') done.add(messageId);
  };

  const check = async (): Promise<void> => {
    const depth = await subject.queues.depth('work');
    expect(depth.sent).toBe(sent);
    expect(depth.done).toBe(done.size);
    expect(depth.done + depth.waiting + depth.inFlight + depth.delayed + depth.deadLetters + depth.expired).toBe(sent);
    expect((await subject.queues.deadLetters('work', 1000)).length).toBe(depth.deadLetters);
  };

  const redrive = async (): Promise<number> => {
    for (const { messageId } of await subject.queues.deadLetters('work', 1000)) counts.delete(messageId);
    return subject.queues.redrive('work');
  };

  return {
    take: async (next: Step): Promise<void> => {
      if (next.kind === 'send') {
        await subject.queues.send(
          'work',
          Array.from({ length: next.count }, () => message('x', next.delaySeconds)),
        );
        sent += next.count;
      } else if (next.kind === 'receive') await receive(next.max);
      else if (next.kind === 'settle') {
        const lease = leases[next.lease % Math.max(1, leases.length)];
        if (lease !== undefined) await settle(lease, next.outcomes);
      } else if (next.kind === 'advance') subject.clock.advance(next.seconds * 1000);
      else if (next.kind === 'redrive') await redrive();
      else if (next.kind === 'live') await live(subject, next.days);
      else {
        subject = await subject.restart();
        leases = [];
      }
      await check();
    },
    /** The faults stop: everything must come to its end. */
    drain: async (): Promise<void> => {
      for (let rounds = 0; rounds < 10; rounds += 1) {
        subject.clock.advance(60_000);
        await redrive();
        for (let lease = await receive(10); lease !== null; lease = await receive(10)) await settle(leases.at(-1) as (typeof leases)[number], []);
      }
      await check();
      expect(done.size + (await subject.queues.depth('work')).expired).toBe(sent);
      expect(await subject.queues.nextVisibleAt('work')).toBeNull();
    },
  };
};
