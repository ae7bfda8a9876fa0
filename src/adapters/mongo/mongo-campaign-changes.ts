import type { Campaign, CampaignWithMarkets, Market, MarketNotification } from '../../domain/campaign.ts';
import { type CampaignDocument, type GateDocument, type MarketDocument, revisionId } from './mongo-campaigns.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { insertFirst, insertNew } from './mongo-writes.ts';

/** What saving a campaign changes: all that is needed to carry it out, by whoever does. */
export interface CampaignChange {
  readonly revision: number;
  /** Whether there was none with this id. */
  readonly isNew: boolean;
  readonly campaign: Campaign;
  readonly markets: readonly Market[];
  /** Market ids that the campaign did not have, or has no longer. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

export const campaignChange = (given: CampaignWithMarkets, before: Pick<CampaignDocument, 'marketIds'> | null, revision: number): CampaignChange => {
  const had = new Set(before?.marketIds);
  const has = new Set(given.markets.map(({ id }) => id));
  return {
    ...given,
    revision,
    isNew: before === null,
    added: [...has].filter((id) => !had.has(id)),
    dropped: [...had].filter((id) => !has.has(id)),
  };
};

/**
 * Writes the markets and the gate of a revision, makes it the campaign's, and drops the former ones. Where the campaign
 * has a later revision already, that one stays.
 */
export const applyCampaignChange = async (mongo: MongoConnection, change: CampaignChange): Promise<void> => {
  const { revision, campaign, markets } = change;
  await insertNew<MarketDocument>(
    mongo,
    'markets',
    markets.map(({ id, notification: _, ...market }) => ({ _id: revisionId(id, revision), marketId: id, ...market, campaignId: campaign.id, revision })),
  );
  if (campaign.gate !== null)
    await insertFirst<GateDocument>(mongo, 'gates', { _id: revisionId(campaign.id, revision), campaignId: campaign.id, revision, ...campaign.gate });
  await putCampaign(mongo, change);
  const former = { campaignId: campaign.id, revision: { $lt: revision } };
  await mongo.run('markets.deleteMany', (database) => database.collection<MarketDocument>('markets').deleteMany(former, CALL_LIMITS));
  await mongo.run('gates.deleteMany', (database) => database.collection<GateDocument>('gates').deleteMany(former, CALL_LIMITS));
};

/** Status and notifications have writers of their own: of those, only what is new is written. */
const putCampaign = async (mongo: MongoConnection, { revision, isNew, campaign, markets, added, dropped }: CampaignChange): Promise<void> => {
  const { id: _id, gate, status, ...definition } = campaign;
  const fields = { ...definition, revision, hasGate: gate !== null, marketIds: markets.map(({ id }) => id) };
  const notifications = added.flatMap((id): (readonly [string, MarketNotification])[] => {
    const notification = markets.find((market) => market.id === id)?.notification ?? null;
    return notification === null ? [] : [[id, notification]];
  });
  if (isNew) {
    await insertFirst<CampaignDocument>(mongo, 'campaigns', { _id, ...fields, status, notifications: Object.fromEntries(notifications) });
    return;
  }
  const set = { ...fields, ...Object.fromEntries(notifications.map(([id, notification]) => [notificationPath(id), notification])) };
  const unset = Object.fromEntries(dropped.map((id) => [notificationPath(id), '' as const]));
  const update = dropped.length === 0 ? { $set: set } : { $set: set, $unset: unset };
  await mongo.run('campaigns.updateOne', (database) =>
    database.collection<CampaignDocument>('campaigns').updateOne({ _id, revision: { $lt: revision } }, update, CALL_LIMITS),
  );
};

/** Where a market's notification is in its campaign's document. Ids of markets hold no dots. */
export const notificationPath = (marketId: string): `notifications.${string}` => `notifications.${marketId}`;
