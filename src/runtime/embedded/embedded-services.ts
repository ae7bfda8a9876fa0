import type { Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type { EntryChange } from '../../domain/message.ts';
import { operatorServed } from '../../generated/served/operator.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PublicBeacons } from '../../ports/public-beacons.ts';
import type { QueueSender } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import type { StateMachines } from '../../ports/state-machine.ts';
import type { ServiceName, TokenVerifier } from '../../ports/tokens.ts';
import { createOperatorHandlers } from '../../server/operator-routes.ts';
import { registerUnsubscribeRoutes } from '../../server/unsubscribe-routes.ts';
import { registerService } from '../../services/routes.ts';
import { createService, type Service } from '../../services/service.ts';
import { createUnsubscribeLinks } from '../../services/user/mail/unsubscribe-links.ts';
import type { StateMachineName } from '../../topology.ts';
import type { DeadLetters } from '../dead-letters.ts';
import { eraseDeadLetters } from '../erase-dead-letters.ts';
import { ownCallers } from '../own-callers.ts';
import type { ServiceClients } from '../service-clients.ts';
import { campaignService } from '../services/campaign.ts';
import { codeService } from '../services/code.ts';
import { entryService } from '../services/entry.ts';
import { exportService } from '../services/export.ts';
import { userService } from '../services/user.ts';
import type { FlowState } from '../system.ts';
import type { Adapters } from './adapters.ts';

export interface EmbeddedServicesOptions {
  readonly adapters: Adapters;
  readonly clients: ServiceClients;
  readonly stateMachines: StateMachines<StateMachineName>;
  readonly flow: () => Promise<FlowState>;
  readonly deadLetters: DeadLetters;
  readonly beacons: PublicBeacons;
  readonly tokens: TokenVerifier;
  /** Services that run elsewhere: they are not served here. */
  readonly elsewhere: ReadonlySet<ServiceName>;
  readonly publicUrl: () => string;
  readonly mailDomain: string | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Null: nobody records traces. */
  readonly tracer: Tracer | null;
}

/** Serves those of the five services that a company has not got, and the operator's routes, on one front door. */
export const registerEmbeddedServices = (app: FastifyInstance, options: EmbeddedServicesOptions): void => {
  const { adapters, clients, stateMachines, flow, deadLetters, beacons, tokens, elsewhere, publicUrl, mailDomain, clock, random, log, tracer } = options;
  const { campaignStore, drawStore, files, secrets, campaignCache, queueEngine, entryStore, userStore, codeStore, mailer } = adapters;
  const watch = { tracer, timings: adapters.timings, audit: { log: adapters.auditLog, ownCallers } };
  const parts = { clients, tokens, clock, random, log, ...watch };
  const serve = (service: Service): void => registerService(app, service);

  if (!elsewhere.has('campaign')) {
    serve(
      campaignService({
        ...parts,
        store: campaignStore,
        draws: drawStore,
        files,
        secrets,
        cache: campaignCache,
        dataQueue: { send: (messages) => queueEngine.send('dataQueue', messages) },
        refreshQueue: { send: (messages) => queueEngine.send('refreshSelectionQueue', messages) },
        stateMachines,
        beacons,
      }),
    );
  }
  if (!elsewhere.has('entry')) serve(entryService({ ...parts, store: entryStore }));
  if (!elsewhere.has('user')) {
    registerUnsubscribeRoutes(app, {
      links: () => createUnsubscribeLinks({ secrets, random, publicUrl: publicUrl() }),
      unsubscribe: (globalUserId) => userStore.setUnsubscribed(globalUserId, true),
    });
    serve(userService({ ...parts, store: userStore, mailer, secrets, publicUrl, mailDomain, sendsAlone: true }));
  }
  const reconciliation = {
    entryTable: adapters.entryTable,
    entryService: clients.clientOf('front', 'entry', ['getEntries']).client,
    saveEntriesQueue: { send: (messages: Parameters<QueueSender<EntryChange>['send']>[0]) => queueEngine.send('saveEntriesQueue', messages) },
    clock,
  };
  const erasure = {
    entryTable: adapters.entryTable,
    campaignService: clients.clientOf('front', 'campaign', ['listCampaigns']).client,
    eraseDeadLetters: (globalUserId: string) => eraseDeadLetters(queueEngine, globalUserId),
    eraseFiles: adapters.eraseFromFiles,
    eventLog: adapters.storedEvents,
    registrationsTopic: adapters.registrationsTopic,
    random,
    countUnderWay: async (globalUserId: string) => (await adapters.changeStream.countOf(globalUserId)) + (await queueEngine.countHolding(globalUserId)),
  };
  if (!elsewhere.has('code')) serve(codeService({ ...parts, store: codeStore, secrets }));
  if (!elsewhere.has('export')) serve(exportService(parts));
  const handlers = createOperatorHandlers({ flow, deadLetters, eventLog: adapters.storedEvents, auditLog: adapters.auditLog, reconciliation, erasure });
  serve(createService({ served: operatorServed, handlers, tokens, log, ...watch }));
};
