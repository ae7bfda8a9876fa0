import { RegError } from '../../errors.ts';
import { queues, type WorkerName, workers } from '../../topology.ts';
import type { CloudResources } from './cloud-config.ts';

/**
 * Which dead-letter queue of the topology a worker's failures go to. `sourceQueue` is the queue's name in the cloud, as
 * its ARN ends with; null for a stream. A worker of several queues finds its own by the URLs that it was told.
 */
export const deadLetterQueueOf = (worker: WorkerName, sourceQueue: string | null, resources: CloudResources): string => {
  const { trigger } = workers[worker];
  if (trigger.kind === 'stream') return trigger.deadLetterQueue;
  if (trigger.kind === 'queue') {
    const [first, ...others] = trigger.queues;
    const known = new Set(resources.queueNames());
    const isSource = (queue: string): boolean => queue === sourceQueue || (known.has(queue) && nameIn(resources.queue(queue)) === sourceQueue);
    const source = others.length === 0 ? first : trigger.queues.find(isSource);
    if (source !== undefined) return queues[source].deadLetterQueue;
  }
  throw new RegError('CONFIG_INVALID', `REG_RESOURCES.queues has to name the queue that ${worker} was given messages from.`, {
    detail: { name: 'REG_RESOURCES.queues' },
  });
};

/** https://sqs.<region>.amazonaws.com/<account>/<name> */
const nameIn = (queueUrl: string): string | undefined => queueUrl.split('/').at(-1);
