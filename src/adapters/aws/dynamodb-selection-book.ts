import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { VerdictCounts } from '../../domain/message.ts';
import type { DrawStore, StatsReport, VerdictAddition } from '../../ports/draw-store.ts';
import { conditionOf, queryOf, updateOf } from './dynamodb-expressions.ts';
import { type ItemKey, toItem } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItem, queryItems, transact } from './dynamodb-requests.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { shardOf } from './shard-of.ts';

type SelectionBook = Pick<DrawStore, 'saveStats' | 'addVerdictCounts' | 'marketStats' | 'recordPromotions' | 'promotions'>;

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
      const marks = globalUserIds.map((fan) => put({ PK: `PROMOTED#${drawId}#${fan}`, SK: 'FAN' }));
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
      const items = await queryItems<ItemKey & { readonly fans: readonly string[] }>(table, listed);
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
