import type { QueueName } from '../../domain/message.ts';
import type { QueueOperations, QueueSender } from '../../ports/queue.ts';
import type { Routes } from '../../services/contract.ts';
import type { WorkerName, Workers } from '../../topology.ts';
import type { ServiceClients, ServiceRoutes } from '../service-clients.ts';
import type { LocalPorts, WorkerServicesOptions } from '../worker-services.ts';
import type { Cloud, Make } from './cloud.ts';

/** One of the services over HTTP: its operations, and how its clients are made. */
export interface ServicePort {
  readonly routes: Routes;
  readonly clients: (cloud: Cloud, routes: ServiceRoutes) => ServiceClients;
}

export type SenderOf = (queue: QueueName) => QueueSender<unknown>;
export type Publishers = WorkerServicesOptions['publishers'];
export type InvokeWorker = WorkerServicesOptions['invoke'];
export type AddDeadLetter = QueueOperations['addDeadLetter'];

type Row<W extends WorkerName> = Workers[W];
type IfAny<List, Given> = List extends readonly [] ? object : Given;

/**
 * What a worker's entry gives it: exactly what its row of the topology names. The row's ports by name; `queues`,
 * `topics` and `workers` where it sends, publishes or invokes; `deadLetters` where it is given batches.
 */
export type GivenPorts<W extends WorkerName> = {
  readonly [P in keyof Row<W>['ports']]: P extends keyof LocalPorts ? Make<LocalPorts[P]> : ServicePort;
} & IfAny<Row<W>['sends'], { readonly queues: Make<SenderOf> }> &
  IfAny<Row<W>['publishes'], { readonly topics: Make<Publishers> }> &
  IfAny<Row<W>['invokes'], { readonly workers: Make<InvokeWorker> }> &
  (Row<W>['trigger'] extends { readonly kind: 'queue' | 'stream' } ? { readonly deadLetters: Make<AddDeadLetter> } : object);
