import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Campaign, type CampaignWithMarkets, withStateOf } from '../../domain/campaign.ts';
import { RegError } from '../../errors.ts';
import type { CampaignStore } from '../../ports/campaign-store.ts';
import { conditionOf, queryOf, toItem } from './dynamodb-expressions.ts';
import { type DynamoDBTable, getItem, queryItems, transact } from './dynamodb-requests.ts';
import { ownerActions, ownerAttribute, ownersKey } from './market-owners.ts';
import { packJson, unpackJson } from './packed-json.ts';

interface CampaignItem {
  readonly version: number;
  /** A campaign with its markets, packed. */
  readonly document: string;
}

interface Stored extends CampaignWithMarkets {
  readonly version: number;
}

const ATTEMPTS = 10;
const LONGEST_WAIT_MS = 1_000;

const campaignKey = (id: string) => ({ PK: `CAMPAIGN#${id}`, SK: 'CAMPAIGN' });
const slugKey = (slug: string) => ({ PK: `SLUG#${slug}`, SK: 'SLUG' });
/** A second copy without the markets: all campaigns are listed by one query, which an index could answer only after a while. */
const listedKey = (id: string) => ({ PK: 'CAMPAIGNS', SK: id });

/**
 * Campaigns with their markets on DynamoDB: one item a campaign, compressed, which every change replaces if its version
 * is still the one that was read. Who owns a slug or a market id is written in the same transaction.
 */
export const createDynamoDBCampaignStore = (table: DynamoDBTable): CampaignStore => {
  const { tableName, clock, random } = table;

  const stored = async (id: string): Promise<Stored | null> => {
    const item = await getItem<CampaignItem>(table, campaignKey(id));
    return item === null ? null : { ...unpackJson<CampaignWithMarkets>(item.document), version: item.version };
  };

  const documentActions = ({ campaign, markets }: CampaignWithMarkets, before: Stored | null): readonly TransactWriteItem[] => {
    const { id } = campaign;
    const what = `The campaign ${id} with its ${markets.length} markets`;
    return [
      {
        Put: {
          TableName: tableName,
          Item: toItem({ ...campaignKey(id), version: (before?.version ?? 0) + 1, document: packJson({ campaign, markets }, what) }),
          ...conditionOf(before === null ? { where: 'attribute_not_exists(#PK)' } : { where: '#version = :version', values: { version: before.version } }),
        },
      },
      { Put: { TableName: tableName, Item: toItem({ ...listedKey(id), document: packJson(campaign, what) }) } },
    ];
  };

  /** Reads, decides and writes again where somebody else wrote meanwhile. */
  const undisturbed = async <Answer>(campaignId: string, change: () => Promise<Answer | 'overtaken'>): Promise<Answer> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const answer = await change();
      if (answer !== 'overtaken') return answer;
      await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, 10 * 2 ** attempt));
    }
    throw new RegError('CONFLICT', `Others keep changing the campaign ${campaignId}. Try again.`);
  };

  const changed = (campaignId: string, next: (before: Stored) => CampaignWithMarkets): Promise<CampaignWithMarkets | null> =>
    undisturbed(campaignId, async () => {
      const before = await stored(campaignId);
      if (before === null) return null;
      const after = next(before);
      return (await transact(table, documentActions(after, before))).length === 0 ? after : 'overtaken';
    });

  const campaignById = async (id: string): Promise<CampaignWithMarkets | null> => withoutVersion(await stored(id));
  const campaignOfMarket = async (marketId: string): Promise<string | null> =>
    (await getItem<Readonly<Record<string, string>>>(table, ownersKey(marketId)))?.[ownerAttribute(marketId)] ?? null;

  return {
    campaignById,
    campaignBySlug: async (slug) => {
      const owner = await getItem<{ readonly campaignId: string }>(table, slugKey(slug));
      const found = owner === null ? null : await campaignById(owner.campaignId);
      return found?.campaign.slug === slug ? found : null;
    },
    campaigns: async () => {
      const items = await queryItems<Pick<CampaignItem, 'document'>>(table, queryOf({ where: '#PK = :all', values: { all: 'CAMPAIGNS' } }));
      return items.map(({ document }) => unpackJson<Campaign>(document)).sort((a, b) => (a.date.open === b.date.open ? 0 : a.date.open > b.date.open ? -1 : 1));
    },
    market: async (id) => {
      const campaignId = await campaignOfMarket(id);
      return campaignId === null ? null : ((await campaignById(campaignId))?.markets.find((market) => market.id === id) ?? null);
    },
    save: (given) =>
      undisturbed(given.campaign.id, async () => {
        const before = await stored(given.campaign.id);
        const { campaign, markets } = withStateOf(before, given);
        const documents = documentActions({ campaign, markets }, before);
        const slugs = slugActions(tableName, campaign, before?.campaign.slug ?? campaign.slug);
        const refused = await transact(table, [...documents, ...slugs, ...ownerActions(tableName, campaign.id, movedMarkets(before?.markets ?? [], markets))]);
        if (refused.length === 0) return { campaign, markets };
        if (refused.includes(documents.length)) return 'slug-taken';
        return refused.some((index) => index >= documents.length + slugs.length) ? 'market-taken' : 'overtaken';
      }),
    setStatus: async (campaignId, status) =>
      (await changed(campaignId, ({ campaign, markets }) => ({ campaign: { ...campaign, status }, markets })))?.campaign ?? null,
    setNotification: async (marketId, notification) => {
      const campaignId = await campaignOfMarket(marketId);
      if (campaignId === null) return null;
      const after = await changed(campaignId, ({ campaign, markets }) => ({
        campaign,
        markets: markets.map((market) => (market.id === marketId ? { ...market, notification } : market)),
      }));
      return after?.markets.find(({ id }) => id === marketId) ?? null;
    },
  };
};

const withoutVersion = (found: Stored | null): CampaignWithMarkets | null => (found === null ? null : { campaign: found.campaign, markets: found.markets });

/** The slug first: its place among the actions says what was refused. */
const slugActions = (tableName: string, { id, slug }: Campaign, former: string): readonly TransactWriteItem[] => [
  {
    Put: {
      TableName: tableName,
      Item: toItem({ ...slugKey(slug), campaignId: id }),
      ...conditionOf({ where: 'attribute_not_exists(#PK) OR #campaignId = :id', values: { id } }),
    },
  },
  ...(former === slug ? [] : [{ Delete: { TableName: tableName, Key: toItem(slugKey(former)) } }]),
];

const movedMarkets = (before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]) => {
  const had = new Set(before.map(({ id }) => id));
  const has = new Set(after.map(({ id }) => id));
  return { taken: [...has].filter((id) => !had.has(id)), freed: [...had].filter((id) => !has.has(id)) };
};
