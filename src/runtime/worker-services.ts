import type { QueueName } from '../domain/message.ts';
import { RegError } from '../errors.ts';
import type { QueueSender } from '../ports/queue.ts';
import type { TopicPublisher } from '../ports/topic.ts';
import { type Ports, type TopicMessages, type TopicName, type WorkerName, workers } from '../topology.ts';
import type { ServiceClients } from './service-clients.ts';

/** Every port but the services, which are called with each worker's own token. */
export type LocalPorts = Omit<Ports, `${string}Service`>;

export interface WorkerServicesOptions {
  readonly ports: LocalPorts;
  readonly clients: ServiceClients;
  readonly senderOf: (queue: QueueName) => QueueSender<unknown>;
  readonly publishers: { readonly [T in TopicName]: TopicPublisher<TopicMessages[T]> };
  readonly invoke: (worker: WorkerName, input: unknown) => Promise<unknown>;
}

export interface WiredServices {
  /** `ServicesOf` the worker: the methods its row names, and nothing else. */
  readonly services: Readonly<Record<string, unknown>>;
  /** Fetches the tokens of all services that the worker calls. */
  readonly authenticate: () => Promise<void>;
}

const SERVICE = /^(campaign|entry|user|code)Service$/;

/** Gives a worker what its row of the topology names. */
export const wireServices = (worker: WorkerName, { ports, clients, senderOf, publishers, invoke }: WorkerServicesOptions): WiredServices => {
  const row = workers[worker];
  const wired: Record<string, unknown> = {};
  const authentications: (() => Promise<void>)[] = [];
  for (const [port, methods] of Object.entries(row.ports) as [keyof Ports, readonly string[]][]) {
    const [, service] = SERVICE.exec(port) ?? [];
    if (service === undefined) {
      wired[port] = pick(ports[port as keyof LocalPorts], methods, port);
    } else {
      const { client, authenticate } = clients.clientOf(worker, service as 'entry', methods as readonly 'getEntry'[]);
      wired[port] = client;
      authentications.push(authenticate);
    }
  }
  wired.queues = Object.fromEntries((row.sends as readonly QueueName[]).map((queue) => [queue, senderOf(queue)]));
  wired.topics = Object.fromEntries((row.publishes as readonly TopicName[]).map((topic) => [topic, publishers[topic]]));
  wired.workers = Object.fromEntries((row.invokes as readonly WorkerName[]).map((name) => [name, (input: unknown) => invoke(name, input)]));
  return {
    services: wired,
    authenticate: async () => {
      await Promise.all(authentications.map((authenticate) => authenticate()));
    },
  };
};

const pick = (port: object, methods: readonly string[], name: string): object => {
  const all = port as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    methods.map((method) => {
      const found = all[method];
      if (typeof found !== 'function') throw new RegError('INTERNAL', `The port ${name} has no method ${method}.`);
      return [method, found];
    }),
  );
};
