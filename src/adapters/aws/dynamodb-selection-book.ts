import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { VerdictCounts } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { DrawStore, FanInDraw, StatsReport, VerdictAddition } from '../../ports/draw-store.ts';
import { conditionOf, queryOf, updateOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItem, queryItems, removeItem, transact } from './dynamodb-requests.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { shardOf } from './shard-of.ts';

interface SelectionBook extends Pick<DrawStore, 'saveStats' | 'addVerdictCounts' | 'marketStats' | 'recordPromotions' | 'promotions'> {
  /** Calls a fan by another name in the promotions of a draw; answers how many places had the id. */
  renamePromoted(fan: Pick<FanInDraw, 'drawId' | 'marketIds' | 'globalUserId' | 'name'>): Promise<number>;
}

/** Counts of one market and draw are in 16 items, so that reports added at the same time seldom meet. */
const SHARDS = 16;

const NOT_THERE = conditionOf({ where: 'attribute_not_exists(#PK)' });

const partition = (marketId: string): string => `SELECTION#${marketId}`;
const statsKey = (marketId: string) => ({ PK: partition(marketId), SK: 'REPORT' });
const promotedKey = (marketId: string, drawId: string) => ({ PK: partition(marketId), SK: `PROMOTED#${drawId}` });
const promotionsPartition = (marketId: string, drawId: string): string => `PROMOTIONS#${drawId}#${marketId}`;

/** Promotions that are recorded at once are one item, by how many were before it. */
const MOST_AT_ONCE = 98;
const numbered = (known: number): string => String(known).padStart(9, '0');

const markKey = (drawId: string, globalUserId: string): ItemKey => ({ PK: `PROMOTED#${drawId}#${globalUserId}`, SK: 'FAN' });

/** Who was promoted by one call. */
interface PromotionsItem extends ItemKey {
  readonly fans: readonly string[];
}

/** All that a partition of a market holds; which of it an item has, its key says. */
interface BookItem extends ItemKey, Partial<VerdictCounts> {
  readonly report?: string;
  readonly promoted?: number;
}

/** What the selections of markets came to: the part of the draw store that grows after a draw is drawn. */
export const createDynamoDBSelectionBook = (table: DynamoDBTable): SelectionBook => {
  const { tableName } = table;
  const put = (item: ItemKey): TransactWriteItem => ({ Put: { TableName: tableName, Item: toItem(item), ...NOT_THERE } });

  /** One report's mark each, and one addition a market and draw. */
  const additionActions = (reports: readonly VerdictAddition[]): readonly TransactWriteItem[] => [
    ...reports.map(({ reportId }) => put({ PK: `REPORT#${reportId}`, SK: 'ADDED' })),
    ...[...Map.groupBy(reports, ({ marketId, drawId }) => `${marketId} ${drawId}`).values()].flatMap((together): readonly TransactWriteItem[] => {
      const [first] = together;
      if (first === undefined) return [];
      const key = { PK: partition(first.marketId), SK: `VERDICTS#${first.drawId}#${shardOf(first.reportId, SHARDS)}` };
      return [{ Update: updateOf(tableName, { key, add: { ...sumOf(together.map(({ counts }) => counts)) } }) }];
    }),
  ];

  return {
    renamePromoted: async ({ drawId, marketIds, globalUserId, name }) => {
      const mark = markKey(drawId, globalUserId);
      if ((await getItem<ItemKey>(table, mark)) === null) return 0;
      let renamed = 0;
      for (const marketId of marketIds) {
        const listed = queryOf({ where: '#PK = :promotions', values: { promotions: promotionsPartition(marketId, drawId) } });
        for (const { PK, SK, fans } of await queryItems<PromotionsItem>(table, listed)) {
          if (!fans.includes(globalUserId)) continue;
          const change = { key: { PK, SK }, set: { fans: fans.map((fan) => (fan === globalUserId ? name : fan)) } };
          const { changed } = await changeItem(table, { ...change, if: { where: '#fans = :known', values: { known: fans } } });
          if (!changed) throw new RegError('CONFLICT', `Others change the promotions of the market ${marketId}. Try again.`);
          renamed += 1;
        }
      }
      // Last, as it is what the others are found by.
      await removeItem(table, mark);
      return renamed + 1;
    },
    saveStats: async (marketId, report) => {
      await changeItem(table, { key: statsKey(marketId), set: { report: packJson(report, `The report of the market ${marketId}`) } });
    },
    addVerdictCounts: async (reports) => {
      let left = [...new Map(reports.toReversed().map((report) => [report.reportId, report])).values()];
      while (left.length > 0) {
        const refused = new Set(await transact(table, additionActions(left)));
        if (refused.size === 0) break;
        left = left.filter((_, index) => !refused.has(index));
      }
      return { added: left.length, known: reports.length - left.length };
    },
    marketStats: async (marketId) => {
      const items = await queryItems<BookItem>(table, queryOf({ where: '#PK = :market', values: { market: partition(marketId) } }));
      const report = items.find(({ SK }) => SK === 'REPORT')?.report;
      return {
        report: report === undefined ? null : unpackJson<StatsReport>(report),
        verdicts: sumOf(items),
        promoted: items.reduce((sum, { promoted = 0 }) => sum + promoted, 0),
      };
    },
    recordPromotions: async (marketId, drawId, known, globalUserIds) => {
      if (new Set(globalUserIds).size !== globalUserIds.length) return false;
      const counted = updateOf(tableName, {
        key: promotedKey(marketId, drawId),
        set: { promoted: known + globalUserIds.length },
        if: known === 0 ? { where: 'attribute_not_exists(#promoted)' } : { where: '#promoted = :known', values: { known } },
      });
      const listed = { PK: promotionsPartition(marketId, drawId), SK: numbered(known), fans: globalUserIds };
      const marks = globalUserIds.map((fan) => put(markKey(drawId, fan)));
      return (await transact(table, [{ Update: counted }, put(listed), ...marks])).length === 0;
    },
    promotions: async (marketId, drawId, { after, limit }) => {
      const count = (await getItem<BookItem>(table, promotedKey(marketId, drawId)))?.promoted ?? 0;
      const end = Math.min(count, after + limit);
      if (end <= after) return [];
      // Whoever is number `after + 1` may be anywhere in what was recorded at once.
      const range = { from: numbered(Math.max(0, after + 1 - MOST_AT_ONCE)), to: numbered(end - 1) };
      const listed = queryOf({
        where: '#PK = :promotions AND #SK BETWEEN :from AND :to',
        values: { promotions: promotionsPartition(marketId, drawId), ...range },
      });
      const items = await queryItems<PromotionsItem>(table, listed);
      return items.flatMap(({ SK, fans }) => fans.filter((_, index) => Number(SK) + index >= after && Number(SK) + index < end));
    },
  };
};

const sumOf = (counts: readonly Partial<VerdictCounts>[]): VerdictCounts => {
  const sum = { winners: 0, waitlisted: 0, losers: 0, withdrawn: 0 };
  for (const { winners = 0, waitlisted = 0, losers = 0, withdrawn = 0 } of counts) {
    sum.winners += winners;
    sum.waitlisted += waitlisted;
    sum.losers += losers;
    sum.withdrawn += withdrawn;
  }
  return sum;
};
