import type { QueueName } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import { type AnyWorker, createHandler } from '../../middleware/handler.ts';
import type { Handler } from '../../middleware/lambda.ts';
import type { QueueSender } from '../../ports/queue.ts';
import type { ServiceName } from '../../ports/tokens.ts';
import { type WorkerName, workers } from '../../topology.ts';
import type { Worker } from '../../workers/worker.ts';
import type { ServiceClients } from '../service-clients.ts';
import { type LocalPorts, wireServices } from '../worker-services.ts';
import { answeringResolver } from './answering-resolver.ts';
import { type Cloud, type Make, openCloud } from './cloud.ts';
import { deadLetterQueueOf } from './dead-letter-queue.ts';
import { flushing } from './flushing.ts';
import type { AddDeadLetter, GivenPorts, InvokeWorker, Publishers, SenderOf, ServicePort } from './given-ports.ts';
import { namingErrors } from './naming-errors.ts';

/** What an entry gives its worker, of any row. */
interface AnyGiven {
  readonly queues?: Make<SenderOf>;
  readonly topics?: Make<Publishers>;
  readonly workers?: Make<InvokeWorker>;
  readonly deadLetters?: Make<AddDeadLetter>;
}

/**
 * A worker as Lambda calls it, wired once a container. `given` is checked against the worker's row of the topology by
 * the compiler: what the row names and nothing else.
 */
export const lambdaHandler = <W extends WorkerName>(worker: W, run: Worker<W, never, unknown>, given: GivenPorts<W>): Handler =>
  wireHandler(worker, run as AnyWorker, given, openCloud(process.env));

/** The same on a cloud that was opened before. */
export const wireHandler = (worker: WorkerName, run: AnyWorker, given: object, cloud: Cloud): Handler => {
  const { queues: senders, topics, workers: invoked, deadLetters, ...ports } = given as AnyGiven & Readonly<Record<string, Make<unknown> | ServicePort>>;
  const wired = wireServices(worker, {
    ports: localPorts(ports, cloud),
    clients: clientsOf(ports, cloud),
    senderOf: senders?.(cloud) ?? (noneGiven as (queue: QueueName) => QueueSender<unknown>),
    publishers: topics?.(cloud) ?? ({} as Publishers),
    invoke: invoked?.(cloud) ?? (noneGiven as InvokeWorker),
  });
  const addDeadLetter = deadLetters?.(cloud) ?? (noneGiven as AddDeadLetter);
  const handler = createHandler(run, {
    worker,
    clock: cloud.clock,
    random: cloud.random,
    log: cloud.log,
    metrics: cloud.metrics,
    tracer: cloud.tracer,
    services: wired.services,
    authenticate: wired.authenticate,
    deadLetter: async (sourceQueue, failures) => {
      const deadLetterQueue = deadLetterQueueOf(worker, sourceQueue, cloud.config.resources);
      for (const { body, reason, correlationId, traceparent } of failures)
        await addDeadLetter(deadLetterQueue, body, reason, { correlationId, worker, ...(traceparent !== undefined && { traceparent }) });
    },
  });
  const answering = workers[worker].trigger.kind === 'resolver' ? answeringResolver(handler) : namingErrors(handler);
  return flushing(answering, cloud.traces);
};

const isService = (port: Make<unknown> | ServicePort): port is ServicePort => typeof port === 'object';

const localPorts = (ports: Readonly<Record<string, Make<unknown> | ServicePort>>, cloud: Cloud): LocalPorts => {
  const made = Object.entries(ports).flatMap(([name, port]) => (isService(port) ? [] : [[name, port(cloud)]]));
  return Object.fromEntries(made) as LocalPorts;
};

const clientsOf = (ports: Readonly<Record<string, Make<unknown> | ServicePort>>, cloud: Cloud): ServiceClients => {
  const services = Object.values(ports).filter(isService);
  const [first] = services;
  if (first === undefined) return { clientOf: noneGiven as ServiceClients['clientOf'] };
  return first.clients(cloud, Object.fromEntries(services.map(({ routes }) => [routes.service as ServiceName, routes])));
};

/** The compiler has seen that the row names none. */
const noneGiven = (name: string): never => {
  throw new RegError('INTERNAL', `${name} was not given to this function.`);
};
