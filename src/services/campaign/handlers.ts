import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { QueueMessages } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { CampaignCache } from '../../ports/campaign-cache.ts';
import type { CampaignStore } from '../../ports/campaign-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DrawStore } from '../../ports/draw-store.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { PublicBeacons } from '../../ports/public-beacons.ts';
import type { QueueSender } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { StateMachines } from '../../ports/state-machine.ts';
import type { ClientOf, HandlersOf } from '../contract.ts';
import type { entryContract } from '../entry/contract.ts';
import { createCampaignRecordHandlers } from './campaign-records.ts';
import type { campaignContract } from './contract.ts';
import { createDrawHandlers } from './draws.ts';
import { createErasureHandlers } from './erase-fan.ts';
import { createDrawRequestHandlers } from './later-draws.ts';
import { createSelectionHandlers } from './selections.ts';
import { createTurns, type InTurn } from './turns.ts';

export interface CampaignServiceOptions {
  readonly store: CampaignStore;
  readonly draws: DrawStore;
  /** Where packs are published: `draws/<campaignId>/<draw>/rules.json` and the other three. */
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly cache: CampaignCache;
  readonly dataQueue: QueueSender<QueueMessages['dataQueue']>;
  readonly refreshQueue: QueueSender<QueueMessages['refreshSelectionQueue']>;
  readonly stateMachines: StateMachines<'selectionStateMachine'>;
  /** Asked where the rules of a draw want public randomness of drand. */
  readonly beacons: PublicBeacons;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'listEntries' | 'listEntryParts'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** What the groups of handlers share. */
export interface CampaignServiceParts extends CampaignServiceOptions {
  /** By campaign id: changes of a campaign and its draws wait for each other. */
  readonly inTurn: InTurn;
  /** Throws `NOT_FOUND`. */
  campaign(campaignId: string): Promise<CampaignWithMarkets>;
}

/** The Campaign Service: campaigns and markets, their draws, and what selections made of them. */
export const createCampaignHandlers = (options: CampaignServiceOptions): HandlersOf<typeof campaignContract> => {
  const parts: CampaignServiceParts = {
    ...options,
    inTurn: createTurns(),
    campaign: async (campaignId) => {
      const found = await options.store.campaignById(campaignId);
      if (found === null) throw new RegError('NOT_FOUND', `There is no campaign ${campaignId}: "reg campaign list" shows what there is.`);
      return found;
    },
  };
  return {
    ...createCampaignRecordHandlers(parts),
    ...createDrawHandlers(parts),
    ...createDrawRequestHandlers(parts),
    ...createSelectionHandlers(parts),
    ...createErasureHandlers(parts),
  };
};
