import { type Campaign, type CampaignWithMarkets, type Market, withStateOf } from '../../domain/campaign.ts';
import type { CampaignStore } from '../../ports/campaign-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

export interface SqliteCampaignStoreOptions {
  readonly engine: SqliteEngine;
}

/** Campaigns and markets as JSON documents, with columns for what they are looked up by. */
export const createSqliteCampaignStore = ({ engine }: SqliteCampaignStoreOptions): CampaignStore => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS campaign (id TEXT NOT NULL UNIQUE, slug TEXT NOT NULL UNIQUE, opens TEXT NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS market (id TEXT NOT NULL UNIQUE, campaign_id TEXT NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS market_by_campaign ON market (campaign_id);
  `);
  const bySlug = engine.statement('SELECT document FROM campaign WHERE slug = ?');
  const byId = engine.statement('SELECT document FROM campaign WHERE id = ?');
  const all = engine.statement('SELECT document FROM campaign ORDER BY opens DESC, id');
  const marketById = engine.statement('SELECT document FROM market WHERE id = ?');
  const marketsOf = engine.statement('SELECT document FROM market WHERE campaign_id = ?');
  const ownerOfSlug = engine.statement('SELECT id FROM campaign WHERE slug = ?');
  const ownerOfMarket = engine.statement('SELECT campaign_id FROM market WHERE id = ?');
  const putCampaign = engine.statement(
    'INSERT INTO campaign (id, slug, opens, document) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, opens = excluded.opens, document = excluded.document',
  );
  const dropMarkets = engine.statement('DELETE FROM market WHERE campaign_id = ?');
  const putMarket = engine.statement(
    'INSERT INTO market (id, campaign_id, document) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
  );

  const withMarkets = (campaign: Campaign | null): CampaignWithMarkets | null => {
    if (campaign === null) return null;
    const markets = new Map(
      marketsOf
        .all(campaign.id)
        .map((row) => parseMarket(row))
        .map((market) => [market.id, market]),
    );
    return { campaign, markets: campaign.marketIds.flatMap((id) => markets.get(id) ?? []) };
  };
  const campaignFrom = (row: Row | undefined): Campaign | null => (row === undefined ? null : parseCampaign(row));
  const writeCampaign = (campaign: Campaign): void => {
    putCampaign.run(campaign.id, campaign.slug, campaign.date.open, JSON.stringify(campaign));
  };

  return {
    campaignBySlug: async (slug) => withMarkets(campaignFrom(bySlug.get(slug))),
    campaignById: async (id) => withMarkets(campaignFrom(byId.get(id))),
    campaigns: async () => all.all().map(parseCampaign),
    market: async (id) => {
      const row = marketById.get(id);
      return row === undefined ? null : parseMarket(row);
    },
    save: (given) =>
      engine.write(() => {
        const { campaign, markets } = withStateOf(withMarkets(campaignFrom(byId.get(given.campaign.id))), given);
        const owner = ownerOfSlug.get(campaign.slug);
        if (owner !== undefined && owner.id !== campaign.id) return 'slug-taken';
        for (const { id } of markets) {
          const holder = ownerOfMarket.get(id);
          if (holder !== undefined && holder.campaign_id !== campaign.id) return 'market-taken';
        }
        writeCampaign(campaign);
        dropMarkets.run(campaign.id);
        for (const market of markets) putMarket.run(market.id, campaign.id, JSON.stringify(market));
        return { campaign, markets };
      }),
    setStatus: (campaignId, status) =>
      engine.write(() => {
        const stored = campaignFrom(byId.get(campaignId));
        if (stored === null) return null;
        const changed = { ...stored, status };
        writeCampaign(changed);
        return changed;
      }),
    setNotification: (marketId, notification) =>
      engine.write(() => {
        const row = marketById.get(marketId);
        if (row === undefined) return null;
        const changed = { ...parseMarket(row), notification };
        putMarket.run(marketId, changed.campaignId, JSON.stringify(changed));
        return changed;
      }),
  };
};

type Row = Readonly<Record<string, unknown>>;

const parseCampaign = (row: Row): Campaign => JSON.parse(String(row.document)) as Campaign;
const parseMarket = (row: Row): Market => JSON.parse(String(row.document)) as Market;
