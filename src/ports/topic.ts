import type { OutgoingMessage, SendResult } from './queue.ts';

/** A message for a topic: subscriptions choose by attribute. */
export interface TopicMessage<Body> extends OutgoingMessage<Body> {
  readonly attributes: Readonly<Record<string, string>>;
}

/** The publishing side of one topic. It fans out to each queue whose filter matches; what none wants is dropped. */
export interface TopicPublisher<Body> {
  /** Any number of messages; resolved means that each subscribed queue has its copy, but for those in `failed`. */
  publish(messages: readonly TopicMessage<Body>[]): Promise<SendResult>;
}
