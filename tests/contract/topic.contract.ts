import { describe, expect, test } from 'vitest';
import type { TopicPublisher } from '../../src/ports/topic.ts';

/** The subscriptions that a subject's topic has: `all` takes everything. */
export const CONTRACT_SUBSCRIPTIONS = [
  { queue: 'campaigns', filter: { type: 'CAMPAIGN' } },
  { queue: 'markets', filter: { type: 'MARKET', country: 'GB' } },
  { queue: 'all', filter: {} },
] as const;
export type SubscribedQueue = (typeof CONTRACT_SUBSCRIPTIONS)[number]['queue'];

export interface TopicSubject {
  readonly topic: TopicPublisher<unknown>;
  /** Takes what a queue holds: each message's body and attributes, in any order. */
  taken(queue: SubscribedQueue): Promise<readonly (readonly [body: unknown, attributes: Readonly<Record<string, string>>])[]>;
}

const message = (body: unknown, attributes: Readonly<Record<string, string>>) => ({ body, correlationId: 'correlation-1', attributes });

const bodiesOf = (messages: Awaited<ReturnType<TopicSubject['taken']>>): readonly unknown[] => messages.map(([body]) => body).sort();

/** What every topic has to keep (src/ports/topic.ts). */
export const describeTopicContract = (name: string, create: () => Promise<TopicSubject>): void => {
  describe(`topic: ${name}`, () => {
    test('a message goes to each queue whose filter it matches in every attribute', async () => {
      const { topic, taken } = await create();
      const published = [
        message('c', { type: 'CAMPAIGN' }),
        message('gb', { type: 'MARKET', country: 'GB', city: 'London' }),
        message('fr', { type: 'MARKET', country: 'FR' }),
        message('none', {}),
      ];
      expect(await topic.publish(published)).toEqual({ failed: [] });
      const correlationId = 'correlation-1';
      expect(await taken('campaigns')).toEqual([['c', { type: 'CAMPAIGN', correlationId }]]);
      expect(await taken('markets')).toEqual([['gb', { type: 'MARKET', country: 'GB', city: 'London', correlationId }]]);
      expect(bodiesOf(await taken('all'))).toEqual(['c', 'fr', 'gb', 'none']);
    });

    test('what cannot be sent is named once, by its place among the published', async () => {
      const { topic, taken } = await create();
      const { failed } = await topic.publish([
        message('fr', { type: 'MARKET' }),
        message('x'.repeat(300_000), { type: 'CAMPAIGN' }),
        message('c', { type: 'CAMPAIGN' }),
      ]);
      expect(failed).toEqual([{ index: 1, reason: expect.stringContaining('TOO_LARGE') }]);
      expect(bodiesOf(await taken('campaigns'))).toEqual(['c']);
      expect(bodiesOf(await taken('all'))).toEqual(['c', 'fr']);
    });

    test('the trace that a message is part of goes with it as the attribute traceparent', async () => {
      const { topic, taken } = await create();
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      expect(await topic.publish([{ ...message('c', { type: 'CAMPAIGN' }), traceparent }])).toEqual({ failed: [] });
      expect(await taken('campaigns')).toEqual([['c', { type: 'CAMPAIGN', correlationId: 'correlation-1', traceparent }]]);
    });

    test('any number of messages is taken, however big they are together', async () => {
      const { topic, taken } = await create();
      const bodies = Array.from({ length: 23 }, (_, index) => `${index} `.padEnd(60_000, 'x'));
      expect(await topic.publish(bodies.map((body) => message(body, { type: 'CAMPAIGN' })))).toEqual({ failed: [] });
      expect(bodiesOf(await taken('campaigns'))).toEqual([...bodies].sort());
      expect(await topic.publish([])).toEqual({ failed: [] });
    });

    test('an attribute cannot pass itself off as the correlation id', async () => {
      const { topic, taken } = await create();
      await topic.publish([message('c', { type: 'CAMPAIGN', correlationId: 'forged' })]);
      expect(await taken('campaigns')).toEqual([['c', { type: 'CAMPAIGN', correlationId: 'correlation-1' }]]);
    });
  });
};
