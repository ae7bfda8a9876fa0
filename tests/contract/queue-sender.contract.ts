import { describe, expect, test } from 'vitest';
import type { QueueSender } from '../../src/ports/queue.ts';

export interface QueueSenderSubject {
  readonly sender: QueueSender<unknown>;
  /** Takes what can be received now: each message's body and attributes. */
  arrived(): Promise<readonly (readonly [body: unknown, attributes: Readonly<Record<string, string>>])[]>;
}

const message = (body: unknown, delaySeconds?: number) => ({ body, correlationId: 'correlation-1', ...(delaySeconds === undefined ? {} : { delaySeconds }) });

/** What every sender has to keep (src/ports/queue.ts). */
export const describeQueueSenderContract = (name: string, create: () => Promise<QueueSenderSubject>): void => {
  describe(`queue sender: ${name}`, () => {
    test('messages arrive as they were sent, under their correlation ids', async () => {
      const { sender, arrived } = await create();
      const body = { text: 'Zoë 🎟 \u0000 \u001f \ud800 \ufffe \uffff \u2028 <&>"', list: [1, null, true, {}] };
      expect(await sender.send([{ body, correlationId: 'correlation-a' }, message('plain')])).toEqual({ failed: [] });
      expect(await arrived()).toEqual(
        expect.arrayContaining([
          [body, { correlationId: 'correlation-a' }],
          ['plain', { correlationId: 'correlation-1' }],
        ]),
      );
      expect(await arrived()).toEqual([]);
    });

    test('the trace that a message is part of arrives as the attribute traceparent', async () => {
      const { sender, arrived } = await create();
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      expect(await sender.send([{ ...message('followed'), traceparent }])).toEqual({ failed: [] });
      expect(await arrived()).toEqual([['followed', { correlationId: 'correlation-1', traceparent }]]);
    });

    test('any number of messages is taken, whatever a request may hold', async () => {
      const { sender, arrived } = await create();
      const numbers = Array.from({ length: 95 }, (_, index) => index);
      expect(await sender.send(numbers.map((number) => message(number)))).toEqual({ failed: [] });
      expect((await arrived()).map(([body]) => body).sort((a, b) => Number(a) - Number(b))).toEqual(numbers);
      expect(await sender.send([])).toEqual({ failed: [] });
    });

    test('messages that are big together are taken too', async () => {
      const { sender, arrived } = await create();
      const big = Array.from({ length: 11 }, (_, index) => `${index} `.padEnd(200_000, 'x'));
      expect(await sender.send(big.map((body) => message(body)))).toEqual({ failed: [] });
      expect((await arrived()).map(([body]) => body).sort()).toEqual([...big].sort());
    });

    test('what cannot be sent is named by its index, and the rest is sent', async () => {
      const { sender, arrived } = await create();
      const circular: Record<string, unknown> = {};
      circular.self = circular;
      const limit = 256 * 1024;
      const { failed } = await sender.send([
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
      expect((await arrived()).map(([body]) => String(body).length).sort((a, b) => a - b)).toEqual([4, 4, limit - 2]);
    });

    test('a delayed message is not there at once', async () => {
      const { sender, arrived } = await create();
      expect(await sender.send([message('later', 900), message('soon', 0.5), message('now')])).toEqual({ failed: [] });
      expect((await arrived()).map(([body]) => body)).toEqual(['now']);
    });
  });
};
