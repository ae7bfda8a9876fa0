import type { TopicPublisher } from '../../ports/topic.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import type { SqliteQueueEngine } from './sqlite-queue-engine.ts';

export interface SqliteTopicOptions<Name extends string> {
  readonly engine: SqliteEngine;
  /** The queues of the same engine. */
  readonly queueEngine: Pick<SqliteQueueEngine<Name>, 'sendWithin'>;
  /** A queue takes a message whose attributes are all equal to its filter's; one with an empty filter takes everything. */
  readonly subscriptions: readonly { readonly queue: NoInfer<Name>; readonly filter: Readonly<Record<string, string>> }[];
}

/** A topic on the embedded engine: all copies of a call are written in one transaction, or none. */
export const createSqliteTopic = <Body, Name extends string = string>({
  engine,
  queueEngine,
  subscriptions,
}: SqliteTopicOptions<Name>): TopicPublisher<Body> => ({
  publish: (messages) =>
    engine.write(() => {
      const failed = new Map<number, string>();
      for (const { queue, filter } of subscriptions) {
        const indexes = messages.flatMap(({ attributes }, index) => (matches(attributes, filter) ? [index] : []));
        if (indexes.length === 0) continue;
        const wanted = indexes.map((index) => messages[index] as (typeof messages)[number]);
        for (const { index, reason } of queueEngine.sendWithin(queue, wanted).failed) failed.set(indexes[index] as number, reason);
      }
      return { failed: [...failed].sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, reason })) };
    }),
});

const matches = (attributes: Readonly<Record<string, string>>, filter: Readonly<Record<string, string>>): boolean =>
  Object.entries(filter).every(([name, value]) => attributes[name] === value);
