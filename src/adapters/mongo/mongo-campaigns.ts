import type { Filter } from 'mongodb';
import type { Campaign, CampaignWithMarkets, Gate, Market, MarketNotification } from '../../domain/campaign.ts';
import { RegError } from '../../errors.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';

/**
 * A campaign as it is kept: its markets and its gate are documents of their own, written anew under the campaign's next
 * revision before the campaign names it, so that a reader finds all of one revision.
 */
export interface CampaignDocument extends Omit<Campaign, 'id' | 'gate'> {
  readonly _id: string;
  readonly revision: number;
  readonly hasGate: boolean;
  /** By market id; a market without one is not named. */
  readonly notifications: Readonly<Record<string, MarketNotification>>;
}

export interface MarketDocument extends Omit<Market, 'id' | 'notification'> {
  readonly _id: string;
  readonly marketId: string;
  readonly revision: number;
}

export interface GateDocument extends Gate {
  readonly _id: string;
  readonly campaignId: string;
  readonly revision: number;
}

export const revisionId = (id: string, revision: number): string => `${id}/${revision}`;

/** A revision that went while it was read is read again as the next one, this many times. */
const ATTEMPTS = 5;

/** One campaign with its markets. */
export const findCampaign = async (mongo: MongoConnection, wanted: Filter<CampaignDocument>): Promise<CampaignWithMarkets | null> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const document = await mongo.run('campaigns.findOne', (database) => database.collection<CampaignDocument>('campaigns').findOne(wanted, CALL_LIMITS));
    if (document === null) return null;
    const [markets, gates] = await Promise.all([marketsOf(mongo, document), gatesOf(mongo, [document])]);
    const campaign = campaignFrom(document, gates);
    if (campaign !== null && markets.length === document.marketIds.length) return { campaign, markets };
  }
  throw new RegError('STORAGE_FAILED', 'A campaign in MongoDB lacks markets or its gate. If it goes on, save the campaign again.');
};

/** By opening date, newest first. */
export const findCampaigns = async (mongo: MongoConnection): Promise<readonly Campaign[]> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const documents = await mongo.run('campaigns.find', (database) =>
      database
        .collection<CampaignDocument>('campaigns')
        .find({}, { sort: { 'date.open': -1, _id: 1 }, projection: { notifications: 0 }, ...CALL_LIMITS })
        .toArray(),
    );
    const gates = await gatesOf(mongo, documents);
    const campaigns = documents.flatMap((document) => campaignFrom(document, gates) ?? []);
    if (campaigns.length === documents.length) return campaigns;
  }
  throw new RegError('STORAGE_FAILED', 'A campaign in MongoDB lacks its gate. If it goes on, save the campaign again.');
};

const gatesOf = async (mongo: MongoConnection, campaigns: readonly CampaignDocument[]): Promise<ReadonlyMap<string, Gate>> => {
  const ids = campaigns.flatMap(({ _id, revision, hasGate }) => (hasGate ? [revisionId(_id, revision)] : []));
  if (ids.length === 0) return new Map();
  const found = await mongo.run('gates.find', (database) =>
    database
      .collection<GateDocument>('gates')
      .find({ _id: { $in: ids } }, { projection: { campaignId: 0, revision: 0 }, ...CALL_LIMITS })
      .toArray(),
  );
  return new Map(found.map(({ _id, ...gate }) => [_id, gate]));
};

/** In the campaign's order; as many as there are. */
const marketsOf = async (mongo: MongoConnection, { _id, revision, marketIds, notifications }: CampaignDocument): Promise<readonly Market[]> => {
  const found = await mongo.run('markets.find', (database) =>
    database
      .collection<MarketDocument>('markets')
      .find({ campaignId: _id, revision }, { projection: { _id: 0, revision: 0 }, ...CALL_LIMITS })
      .toArray(),
  );
  const byId = new Map(found.map(({ marketId, ...market }) => [marketId, { id: marketId, ...market, notification: notifications[marketId] ?? null }]));
  return marketIds.flatMap((id) => byId.get(id) ?? []);
};

/** Null where its gate is not among those that were found. */
const campaignFrom = (document: CampaignDocument, gates: ReadonlyMap<string, Gate>): Campaign | null => {
  const { _id, revision, hasGate, notifications: _, ...campaign } = document;
  const gate = gates.get(revisionId(_id, revision)) ?? null;
  return hasGate === (gate !== null) ? { id: _id, ...campaign, gate } : null;
};
