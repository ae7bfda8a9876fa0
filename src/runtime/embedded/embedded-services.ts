import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { StateMachines } from '../../ports/state-machine.ts';
import type { ServiceName, TokenVerifier } from '../../ports/tokens.ts';
import { operatorContract } from '../../server/operator-contract.ts';
import { createOperatorHandlers } from '../../server/operator-routes.ts';
import { registerUnsubscribeRoutes } from '../../server/unsubscribe-routes.ts';
import { createCampaignHandlers } from '../../services/campaign/handlers.ts';
import { createCodeHandlers } from '../../services/code/handlers.ts';
import { createEntryHandlers } from '../../services/entry/handlers.ts';
import { createMembershipScores } from '../../services/entry/score-provider.ts';
import { createExportHandlers } from '../../services/export/handlers.ts';
import { registerService } from '../../services/routes.ts';
import { createUserHandlers } from '../../services/user/handlers.ts';
import { createUnsubscribeLinks } from '../../services/user/mail/unsubscribe-links.ts';
import type { StateMachineName } from '../../topology.ts';
import { contracts, type ServiceClients } from '../service-clients.ts';
import type { FlowState } from '../system.ts';
import type { Adapters } from './adapters.ts';
import type { DeadLetters } from './dead-letters.ts';

export interface EmbeddedServicesOptions {
  readonly adapters: Adapters;
  readonly clients: ServiceClients;
  readonly stateMachines: StateMachines<StateMachineName>;
  readonly flow: () => Promise<FlowState>;
  readonly deadLetters: DeadLetters;
  readonly tokens: TokenVerifier;
  /** Services that run elsewhere: they are not served here. */
  readonly elsewhere: ReadonlySet<ServiceName>;
  readonly publicUrl: () => string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Serves those of the five services that a company has not got, and the operator's routes, on one front door. */
export const registerEmbeddedServices = (app: FastifyInstance, options: EmbeddedServicesOptions): void => {
  const { adapters, clients, stateMachines, flow, deadLetters, tokens, elsewhere, publicUrl, clock, random, log } = options;
  const { campaignStore, drawStore, files, secrets, campaignCache, queueEngine, entryStore, userStore, codeStore, mailer } = adapters;
  const system = { clock, random, log };

  if (!elsewhere.has('campaign')) {
    const handlers = createCampaignHandlers({
      ...system,
      store: campaignStore,
      draws: drawStore,
      files,
      secrets,
      cache: campaignCache,
      dataQueue: { send: (messages) => queueEngine.send('dataQueue', messages) },
      refreshQueue: { send: (messages) => queueEngine.send('refreshSelectionQueue', messages) },
      stateMachines,
      entryService: clients.clientOf('campaign-service', 'entry', ['listEntries']).client,
    });
    registerService(app, { contract: contracts.campaign, handlers, tokens, log });
  }
  if (!elsewhere.has('entry')) {
    registerService(app, {
      contract: contracts.entry,
      handlers: createEntryHandlers({ ...system, store: entryStore, scores: createMembershipScores() }),
      tokens,
      log,
    });
  }
  if (!elsewhere.has('user')) {
    const handlers = createUserHandlers({
      ...system,
      store: userStore,
      mailer,
      secrets,
      entryService: clients.clientOf('user-service', 'entry', ['getEntries']).client,
      campaignService: clients.clientOf('user-service', 'campaign', ['getCampaign']).client,
      get publicUrl() {
        return publicUrl();
      },
      get mailFrom() {
        return senderAt(publicUrl());
      },
    });
    registerUnsubscribeRoutes(app, {
      links: () => createUnsubscribeLinks({ secrets, random, publicUrl: publicUrl() }),
      unsubscribe: (globalUserId) => userStore.setUnsubscribed(globalUserId, true),
    });
    registerService(app, { contract: contracts.user, handlers, tokens, log });
  }
  if (!elsewhere.has('code')) {
    registerService(app, { contract: contracts.code, handlers: createCodeHandlers({ ...system, store: codeStore, secrets }), tokens, log });
  }
  if (!elsewhere.has('export')) {
    const handlers = createExportHandlers({
      campaignService: clients.clientOf('export-service', 'campaign', [
        'getCampaign',
        'getMarket',
        'getMarketStats',
        'listDraws',
        'countDrawResults',
        'listPromotions',
      ]).client,
      entryService: clients.clientOf('export-service', 'entry', ['countEntries', 'getEntriesByMarket']).client,
      userService: clients.clientOf('export-service', 'user', ['getProfile', 'countEmailJobs']).client,
      codeService: clients.clientOf('export-service', 'code', ['codeStats']).client,
    });
    registerService(app, { contract: contracts.export, handlers, tokens, log });
  }
  registerService(app, { contract: operatorContract, handlers: createOperatorHandlers({ flow, deadLetters, eventLog: adapters.storedEvents }), tokens, log });
};

/** Mails come from the host that fans know; an address is no mail domain. */
const senderAt = (publicUrl: string): string => {
  const { hostname } = new URL(publicUrl);
  return `no-reply@${isIP(hostname) === 0 ? hostname : 'localhost'}`;
};
