import type { QueueEngine } from '../../src/ports/queue.ts';
import type { FaultLayer } from './fault-layer.ts';

/** What mappings do with a queue fails only while its messages are in their first delivery, as a lost lease costs a delivery. */
export const faultyQueues = <Name extends string>(layer: FaultLayer, engine: QueueEngine<Name>): QueueEngine<Name> => {
  const firstDeliveries = new Set<string>();
  return {
    ...layer.port('queues', engine, { listeners: ['onArrival'], safe: ['depth', 'nextVisibleAt', 'receive', 'addDeadLetter'] }),
    receive: (queue, max) =>
      layer.call(
        `${queue}.receive`,
        async () => {
          const lease = await engine.receive(queue, max);
          if (lease?.messages.every(({ receiveCount }) => receiveCount === 1)) firstDeliveries.add(lease.token);
          return lease;
        },
        'STORAGE_FAILED',
        false,
      ),
    settle: (queue, token, outcome) =>
      layer.call(`${queue}.settle`, () => engine.settle(queue, token, outcome), 'STORAGE_FAILED', firstDeliveries.delete(token) && outcome.failed.length === 0),
  };
};
