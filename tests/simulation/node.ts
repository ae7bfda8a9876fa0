import { type AnyWorker, createHandler } from '../../src/middleware/handler.ts';
import type { Handler } from '../../src/middleware/lambda.ts';
import type { OutgoingMessage } from '../../src/ports/queue.ts';
import type { Random } from '../../src/ports/random.ts';
import { type Adapters, openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { createFlow } from '../../src/runtime/embedded/flow.ts';
import { createInvoke, type Invoke } from '../../src/runtime/embedded/invoke.ts';
import { createSchedules } from '../../src/runtime/embedded/schedules.ts';
import { createStateMachines } from '../../src/runtime/embedded/state-machines.ts';
import { workerFunctions } from '../../src/runtime/worker-functions.ts';
import { wireServices } from '../../src/runtime/worker-services.ts';
import { createCampaignHandlers } from '../../src/services/campaign/handlers.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import { createEntryHandlers } from '../../src/services/entry/handlers.ts';
import { createMembershipScores } from '../../src/services/entry/score-provider.ts';
import { createUserHandlers } from '../../src/services/user/handlers.ts';
import { queues, type WorkerName, workers } from '../../src/topology.ts';
import type { SetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createFaultLayer, createLife, type Life } from './fault-layer.ts';
import type { Faults } from './faults.ts';
import { withInvocationFaults } from './invocations.ts';
import { faultyQueues } from './queue-faults.ts';
import { createServiceCalls, type Handlers } from './service-calls.ts';

/** What outlives a crash besides the data folder. */
export type Lasting = Pick<Adapters, 'secrets' | 'files' | 'mailer'>;

export interface NodeOptions {
  readonly dataFolder: string;
  readonly lasting: Lasting;
  readonly clock: SetClock;
  readonly random: Random;
  readonly faults: Faults;
  /** How often a worker failed in a row, over all starts. */
  readonly attempts: Map<string, number>;
}

/** One start of the whole system on a data folder, as `createSystem` wires it, with faults in between and no HTTP. */
export interface SimulatedNode {
  readonly life: Life;
  readonly adapters: Adapters;
  readonly services: Readonly<Record<'campaign' | 'entry' | 'user' | 'code', Handlers>>;
  readonly invoke: Invoke;
  readonly stateMachines: ReturnType<typeof createStateMachines>;
  wake(): void;
  runDueSchedules(): Promise<void>;
}

export const startNode = async ({ dataFolder, lasting, clock, random, faults, attempts }: NodeOptions): Promise<SimulatedNode> => {
  const life = createLife();
  const layer = createFaultLayer(faults, life);
  const adapters = openAdapters({ dataFolder, topicPrefix: 'simulation', clock, random });
  const queueEngine = faultyQueues(layer, adapters.queueEngine);
  const port = layer.port;
  const ports = {
    entryTable: port('entryTable', adapters.entryTable),
    campaignStore: port('campaignStore', adapters.campaignStore),
    campaignCache: adapters.campaignCache,
    drawStore: port('drawStore', adapters.drawStore),
    entryStore: port('entryStore', adapters.entryStore),
    userStore: port('userStore', adapters.userStore),
    codeStore: port('codeStore', adapters.codeStore),
    eventLog: port('eventLog', adapters.eventLog),
    secrets: port('secrets', lasting.secrets),
    // None of its campaigns asks for a proof.
    identityProofs: { read: async () => null },
    random,
  };
  const sendTo = (queue: keyof typeof queues) => ({
    send: layer.sender<OutgoingMessage<unknown>>(`${queue}.send`, (messages) => adapters.queueEngine.send(queue, messages)),
  });
  const dataSns = { publish: layer.sender('dataSns.publish', adapters.dataSns.publish) };

  const services: Record<string, Handlers> = {};
  const clients = createServiceCalls(layer, faults, (service) => services[service] as Handlers);
  const handlers = {} as Record<WorkerName, Handler>;
  const invoke = withInvocationFaults(createInvoke(handlers, clock, random), faults, attempts);
  const stateMachines = createStateMachines({ store: port('executionStore', adapters.executionStore), invoke, clock, random, log: silentLog });

  const system = { clock, random, log: silentLog };
  services.entry = createEntryHandlers({ ...system, store: ports.entryStore, scores: createMembershipScores() }) as Handlers;
  services.code = createCodeHandlers({ ...system, store: ports.codeStore, secrets: ports.secrets }) as Handlers;
  services.campaign = createCampaignHandlers({
    ...system,
    store: ports.campaignStore,
    draws: ports.drawStore,
    files: lasting.files,
    secrets: ports.secrets,
    cache: ports.campaignCache,
    dataQueue: sendTo('dataQueue'),
    refreshQueue: sendTo('refreshSelectionQueue'),
    stateMachines,
    // None of its campaigns asks for drand.
    beacons: { chain: () => Promise.reject(new Error('no beacon')), round: () => Promise.reject(new Error('no beacon')) },
    entryService: clients.clientOf('campaign-service', 'entry', ['listEntries', 'listEntryParts']).client,
  }) as Handlers;
  services.user = createUserHandlers({
    ...system,
    store: ports.userStore,
    mailer: lasting.mailer,
    secrets: ports.secrets,
    entryService: clients.clientOf('user-service', 'entry', ['getEntries']).client,
    campaignService: clients.clientOf('user-service', 'campaign', ['getCampaign']).client,
    publicUrl: 'http://simulation.example',
    mailFrom: 'no-reply@simulation.example',
    sendsAlone: true,
  }) as Handlers;

  for (const worker of Object.keys(workers) as WorkerName[]) {
    const wired = wireServices(worker, { ports, clients, senderOf: sendTo, publishers: { dataSns }, invoke });
    const { trigger } = workers[worker];
    handlers[worker] = createHandler(workerFunctions[worker] as AnyWorker, {
      ...system,
      worker,
      metrics: adapters.metrics,
      services: wired.services,
      authenticate: wired.authenticate,
      deadLetter: async (sourceQueue, failures) => {
        const streamQueue = trigger.kind === 'stream' ? trigger.deadLetterQueue : '';
        const queue = sourceQueue === null ? streamQueue : queues[sourceQueue as keyof typeof queues].deadLetterQueue;
        for (const { body, reason, correlationId } of failures) await queueEngine.addDeadLetter(queue, body, reason, { correlationId, worker });
      },
    });
  }
  const changeStream = port('changeStream', adapters.changeStream, { listeners: ['onAppend'] });
  const flow = createFlow({ ...system, queues: queueEngine, stream: changeStream, via: 'kinesis', stateMachines, invoke, triggered: () => true });
  const schedules = createSchedules({ ...system, memory: port('scheduleMemory', adapters.scheduleMemory), invoke });
  await stateMachines.resume().catch(() => undefined);
  flow.wake();
  return { life, adapters, services: services as SimulatedNode['services'], invoke, stateMachines, wake: flow.wake, runDueSchedules: schedules.runDue };
};
