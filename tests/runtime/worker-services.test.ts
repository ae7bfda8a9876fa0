import { describe, expect, test } from 'vitest';
import type { TokenRequest } from '../../src/ports/tokens.ts';
import { createServiceClients } from '../../src/runtime/service-clients.ts';
import { type LocalPorts, wireServices } from '../../src/runtime/worker-services.ts';
import type { Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { type WorkerName, workers } from '../../src/topology.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';

const names = Object.keys(workers) as WorkerName[];
const SERVICE = /^(campaign|entry|user|code)Service$/;

/** Nobody is called here. */
const nobody = { request: () => Promise.reject(new Error('nobody is called here')) };

/** A port that has whatever method it is asked for. */
const anyPort = new Proxy({}, { get: (_, method) => (typeof method === 'string' ? async () => method : undefined) });

const wire = (worker: WorkerName) => {
  const signed: TokenRequest[] = [];
  const clients = createServiceClients({
    connections: nobody,
    routes: contracts,
    urlOf: () => 'http://127.0.0.1:1',
    signer: {
      sign: async (request) => {
        signed.push(request);
        return 'token';
      },
    },
    clock: createSetClock(),
    random: createSeededRandom(1),
    log: silentLog,
  });
  const ports = new Proxy({}, { get: () => anyPort }) as LocalPorts;
  const wired = wireServices(worker, {
    ports,
    clients,
    senderOf: (queue) => ({ send: async () => ({ failed: [{ index: 0, reason: queue }] }) }),
    publishers: { dataSns: { publish: async () => ({ failed: [] }) } },
    invoke: async (name) => name,
  });
  return { ...wired, signed };
};

describe.each(names)('%s', (worker) => {
  const { ports, sends, publishes, invokes } = workers[worker];

  test('is given exactly the methods, queues, topics and workers of its row', () => {
    const { queues, topics, workers: invoked, ...given } = wire(worker).services as Record<string, object>;
    const methods = Object.fromEntries(Object.entries(given).map(([port, found]) => [port, Object.keys(found)]));
    expect(methods).toEqual(ports);
    expect(Object.keys(queues ?? {})).toEqual([...sends]);
    expect(Object.keys(topics ?? {})).toEqual([...publishes]);
    expect(Object.keys(invoked ?? {})).toEqual([...invokes]);
  });

  test('calls each service with a token for that service alone and the scopes of what it calls', async () => {
    const { authenticate, signed } = wire(worker);
    await authenticate();
    const expected = Object.entries(ports as Readonly<Record<string, readonly string[]>>).flatMap(([port, operations]) => {
      const [, service] = SERVICE.exec(port) ?? [];
      if (service === undefined) return [];
      const { operations: table }: Contract = contracts[service as keyof typeof contracts];
      const scopes = [...new Set(operations.map((name) => table[name]?.scope))].sort();
      return [{ kind: 'app', name: worker, scopes, audience: `service:${service}` }];
    });
    expect(signed.map((request) => ({ ...request, ...(request.kind === 'app' ? { scopes: [...request.scopes].sort() } : {}) }))).toMatchObject(expected);
    expect(signed).toHaveLength(expected.length);
    // What only operators may do, no worker asks for.
    expect(expected.flatMap(({ scopes }) => scopes)).not.toContain('operator');
  });
});

test('a sender is that of its own queue, and an invoked worker the one that was named', async () => {
  const { queues, workers: invoked } = wire('planSends').services as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  expect(queues).toEqual({});
  expect(await invoked?.getMarketsToNotify?.({})).toBe('getMarketsToNotify');
  const { queues: own } = wire('enqueueEntries').services as { queues: Record<string, { send(messages: readonly unknown[]): Promise<unknown> }> };
  expect(await own.saveEntriesQueue?.send([])).toEqual({ failed: [{ index: 0, reason: 'saveEntriesQueue' }] });
});

test('a row that names a method its port does not have stops the start', () => {
  const clients = createServiceClients({
    connections: nobody,
    routes: contracts,
    urlOf: () => '',
    signer: { sign: async () => '' },
    clock: createSetClock(),
    random: createSeededRandom(1),
    log: silentLog,
  });
  const ports = { eventLog: {} } as unknown as LocalPorts;
  const options = {
    ports,
    clients,
    senderOf: () => ({ send: async () => ({ failed: [] }) }),
    publishers: { dataSns: { publish: async () => ({ failed: [] }) } },
  };
  expect(() => wireServices('sendData', { ...options, invoke: async () => null })).toThrow('The port eventLog has no method append.');
});
