import type { OutgoingMessage, SendResult } from './queue.ts';

/** A message for a topic: subscriptions choose by attribute. A topic knows no delay. */
export interface TopicMessage<Body> extends Omit<OutgoingMessage<Body>, 'delaySeconds'> {
  /** Eight at most, as a message has ten with its correlation id and its trace. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The publishing side of one topic. It fans out to each queue whose filter matches; what none wants is dropped. */
export interface TopicPublisher<Body> {
  /**
   * Any number of messages; resolved means durable, but for those in `failed`: each subscribed queue has its copy, or
   * the topic goes on until it has. No order is kept.
   */
  publish(messages: readonly TopicMessage<Body>[]): Promise<SendResult>;
}
