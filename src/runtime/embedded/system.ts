import type { AddressInfo } from 'node:net';
import { createDrandPublicBeacons } from '../../adapters/drand/drand-public-beacons.ts';
import { createUndiciConnections } from '../../adapters/http/undici-connections.ts';
import { createJoseIdentityProofs } from '../../adapters/jose/jose-identity-proofs.ts';
import { createJoseTokens } from '../../adapters/jose/jose-tokens.ts';
import type { Config } from '../../config.ts';
import { refuseIdleRegistry } from '../../environment.ts';
import { describeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type AnyWorker, createHandler } from '../../middleware/handler.ts';
import type { Handler } from '../../middleware/lambda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { LOCAL_ISSUER, type ServiceName } from '../../ports/tokens.ts';
import { createFrontDoor } from '../../server/front-door.ts';
import { familiesOf } from '../../server/metrics/families.ts';
import { createProcessMonitor } from '../../server/metrics/process-figures.ts';
import { prometheusText } from '../../server/metrics/prometheus-text.ts';
import { CONNECTION_LIMITS } from '../../services/client/service-client.ts';
import { queues, type WorkerName, workers } from '../../topology.ts';
import type { TraceSettings } from '../../trace-settings.ts';
import { createDeadLetters } from '../dead-letters.ts';
import { createServiceClients } from '../service-clients.ts';
import type { System } from '../system.ts';
import type { Traces } from '../traces/open-traces.ts';
import { workerFunctions } from '../worker-functions.ts';
import { wireServices } from '../worker-services.ts';
import { openAdapters } from './adapters.ts';
import { registerEmbeddedServices } from './embedded-services.ts';
import { createFlow } from './flow.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import { createSchedules } from './schedules.ts';
import { serviceRoutes } from './service-routes.ts';
import { createStateMachines } from './state-machines.ts';

export interface SystemOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Whether schedules and delayed messages run by themselves. `reg run` moves its clock by hand instead. Default true. */
  readonly ticking?: boolean;
  /** Workers that queues and streams trigger here: none makes it a front door alone, whose backlog a later process takes up. Default all. */
  readonly triggered?: readonly WorkerName[];
}

const TICK_MS = 500;
const OPERATOR_TTL_SECONDS = 3600;

/** Opens the data folder, wires every worker and service, listens, and starts the flow. Throws `CONFIG_INVALID` for settings that go together and are not. */
export const createSystem = async ({ ticking = true, triggered = Object.keys(workers) as WorkerName[], ...options }: SystemOptions): Promise<System> => {
  const { config, clock, random } = options;
  refuseIdleRegistry(config);
  const adapters = openAdapters({ dataFolder: config.dataFolder, topicPrefix: config.topicPrefix, clock, random, servers: { ...config, log: options.log } });
  try {
    await adapters.kafka?.start(options.log);
    const traces = config.traces === null ? null : await tracesTo(config.traces, options.log);
    return await wire({ ...options, ticking, triggered }, adapters, traces);
  } catch (error) {
    await adapters.close();
    throw error;
  }
};

/** OpenTelemetry's SDK is only loaded where somebody wants traces. */
const tracesTo = async (settings: TraceSettings, log: Log): Promise<Traces> => (await import('../traces/open-traces.ts')).openTraces(settings, log);

const wire = async (
  { config, clock, random, log, ticking, triggered }: Required<SystemOptions>,
  adapters: ReturnType<typeof openAdapters>,
  traces: Traces | null,
): Promise<System> => {
  const { timings } = adapters;
  const monitor = createProcessMonitor();
  const tracer = traces?.tracer ?? null;
  const connections = createUndiciConnections(CONNECTION_LIMITS);
  const tokens = await createJoseTokens({
    secrets: adapters.secrets,
    clock,
    random,
    issuer: LOCAL_ISSUER,
    fanIssuer: config.fanIssuer === null ? null : { ...config.fanIssuer, connections },
    ownThread: true,
  });
  const identityProofs = createJoseIdentityProofs({ connections, clock, allowedHosts: config.idvHosts });
  let url = '';
  const urlOf = (service: ServiceName): string => config.serviceUrls[service] ?? `${url}/services/${service}`;
  const clients = createServiceClients({ routes: serviceRoutes, urlOf, connections, signer: tokens, clock, random, log, tracer, timings });

  // Workers can invoke each other, so the handlers are known by name before they are made.
  const handlers = {} as Record<WorkerName, Handler>;
  const invoke: Invoke = createInvoke(handlers, clock, random, timings);
  for (const worker of Object.keys(workers) as WorkerName[]) {
    const wired = wireServices(worker, {
      ports: { ...adapters, campaignStore: adapters.campaignReader, identityProofs, random },
      clients,
      senderOf: (queue) => ({ send: (messages) => adapters.queueEngine.send(queue, messages) }),
      publishers: { dataSns: adapters.dataSns },
      invoke,
    });
    const { trigger } = workers[worker];
    const streamDeadLetters = trigger.kind === 'stream' ? trigger.deadLetterQueue : '';
    handlers[worker] = createHandler(workerFunctions[worker] as AnyWorker, {
      worker,
      clock,
      random,
      log,
      metrics: adapters.metrics,
      tracer,
      services: wired.services,
      authenticate: wired.authenticate,
      deadLetter: async (sourceQueue, failures) => {
        const deadLetterQueue = sourceQueue === null ? streamDeadLetters : queues[sourceQueue as keyof typeof queues].deadLetterQueue;
        for (const { body, reason, correlationId, traceparent } of failures) {
          const attributes = { correlationId, worker, ...(traceparent !== undefined && { traceparent }) };
          await adapters.queueEngine.addDeadLetter(deadLetterQueue, body, reason, attributes);
        }
      },
    });
  }

  const stateMachines = createStateMachines({ store: adapters.executionStore, invoke, clock, random, log });
  const flow = createFlow({
    queues: adapters.queueEngine,
    stream: adapters.changeStream,
    via: config.stream,
    stateMachines,
    invoke,
    clock,
    random,
    log,
    triggered: (worker) => triggered.includes(worker),
  });
  const schedules = createSchedules({ memory: adapters.scheduleMemory, invoke, clock, random, log });

  const app = await createFrontDoor({
    invoke: (worker, event) => invoke(worker, event),
    tokens,
    issuer: LOCAL_ISSUER,
    limits: {
      perAddress: rateLimit(config.addressRate),
      perFan: rateLimit(config.fanRate),
      countLoopback: false,
      trustedProxies: config.trustedProxies,
      introspection: !config.production,
    },
    services: (scope) =>
      registerEmbeddedServices(scope, {
        adapters,
        clients,
        stateMachines,
        flow: flow.state,
        deadLetters: createDeadLetters({ queues: adapters.queueEngine, via: config.stream, invoke }),
        beacons: createDrandPublicBeacons({ connections, url: config.drandUrl }),
        tokens,
        elsewhere: new Set(Object.keys(config.serviceUrls) as ServiceName[]),
        publicUrl: () => config.publicUrl ?? url,
        mailDomain: config.mailDomain,
        clock,
        random,
        log,
        tracer,
      }),
    ready: async () => ({ ready: url !== '', checks: { storage: true, listening: url !== '' } }),
    metrics: async () =>
      prometheusText(familiesOf({ counts: adapters.metrics.counts(), timings: timings.timings(), flow: await flow.state(), process: monitor.figures() })),
    timings,
    tracer,
    log,
    clock,
    random,
  });
  await app.listen({ host: config.host, port: config.port });
  const { port } = app.server.address() as AddressInfo;
  url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;

  const stopping = new AbortController();
  const tick = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await schedules.runDue().catch((error: unknown) => log.error({ error: describeError(error) }, 'the schedules could not be read'));
      // A front door alone handles nothing, so nothing grows old in it.
      if (triggered.length > 0)
        await adapters.queueEngine.expire().catch((error: unknown) => log.error({ error: describeError(error) }, 'old messages could not be dropped'));
      flow.wake();
      await clock.sleep(TICK_MS, stopping.signal).catch(() => undefined);
    }
  };
  await stateMachines.resume();
  flow.wake();
  const ticks = ticking ? tick() : Promise.resolve();

  return {
    url,
    operatorToken: () => tokens.sign({ kind: 'operator', name: 'local', ttlSeconds: OPERATOR_TTL_SECONDS }),
    flow: flow.state,
    drain: flow.drain,
    nextWakeAt: flow.nextWakeAt,
    runDueSchedules: schedules.runDue,
    stop: async () => {
      stopping.abort();
      // The workers call services on this same server, so the flow ends before it does.
      await ticks;
      await flow.stop();
      await app.close();
      monitor.stop();
      await traces?.close();
      await tokens.close();
      await adapters.close();
    },
  };
};

/** Ten seconds' worth at once, as a page loads in bursts. */
const rateLimit = (perSecond: number | null) => (perSecond === null ? null : { perSecond, burst: perSecond * 10 });
