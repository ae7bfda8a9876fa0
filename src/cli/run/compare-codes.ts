import type { CampaignWithMarkets, Market } from '../../domain/campaign.ts';
import { pagesOf } from '../../services/contract.ts';
import type { Connection } from '../connection.ts';
import { createFindings, type Findings } from '../reconcile/findings.ts';
import type { Winner } from './compare-entries.ts';
import type { ImportedCodes } from './open-campaign.ts';

const PAGE = 1000;

/** What the run knows of codes. */
export interface KnownCodes {
  readonly imported: readonly ImportedCodes[];
  /** Fans whose codes were redeemed. */
  readonly redeemed: ReadonlySet<string>;
}

/**
 * Compares codes with winners: each winner of a market with unique codes holds one, each code that is held has that
 * winner, no market has more winners than places, and no code was lost or came from nowhere.
 */
export const compareCodes = async (
  connection: Connection,
  { markets }: CampaignWithMarkets,
  winners: ReadonlyMap<string, Winner>,
  { imported, redeemed }: KnownCodes,
): Promise<Findings> => {
  const findings = createFindings();
  const winnersOf = Map.groupBy(winners, ([, { marketId }]) => marketId);
  for (const market of markets) {
    const own = new Map(winnersOf.get(market.id));
    if (own.size > market.capacity) findings.add(`market ${market.id}: has ${own.size} winners for ${market.capacity} places`);
    if (market.codes.mode === 'unique') await compareMarket(connection, market, own, redeemed, findings);
  }
  for (const marketId of winnersOf.keys()) {
    if (!markets.some(({ id }) => id === marketId)) findings.add(`market ${marketId || '(none)'}: has winners and is not in this campaign`);
  }
  for (const { marketId, expected } of imported) {
    const stats = await connection.code.codeStats({ params: { marketId } });
    const found = stats.available + stats.reserved + stats.assigned + stats.redeemed + stats.revoked;
    const used = winnersOf.get(marketId)?.filter(([fan]) => redeemed.has(fan)).length ?? 0;
    if (stats.redeemed !== used) findings.add(`market ${marketId}: ${used} codes were reported as redeemed, ${stats.redeemed} are`);
    if (found !== expected) findings.add(`market ${marketId}: ${expected} codes were imported, ${found} are there`);
  }
  return findings;
};

const compareMarket = async (
  { code }: Connection,
  { id: marketId }: Market,
  winners: ReadonlyMap<string, Winner>,
  redeemed: ReadonlySet<string>,
  findings: Findings,
): Promise<void> => {
  const holders = new Set<string>();
  const codes = new Set<string>();
  for await (const page of pagesOf(code.listHeldCodes, { params: { marketId }, query: { limit: PAGE } })) {
    for (const held of page.codes) {
      const winner = winners.get(held.globalUserId);
      if (holders.has(held.globalUserId)) findings.add(`market ${marketId}: fan ${held.globalUserId} holds two codes`);
      if (codes.has(held.code)) findings.add(`market ${marketId}: fan ${held.globalUserId} holds a code that another fan holds too`);
      if (winner === undefined) findings.add(`market ${marketId}: fan ${held.globalUserId} holds a code and is no winner`);
      else if (winner.accessCode !== held.code)
        findings.add(`market ${marketId}: fan ${held.globalUserId} has another code in the entry than in the Code Service`);
      holders.add(held.globalUserId);
      codes.add(held.code);
    }
  }
  for (const fan of winners.keys()) {
    // Codes that were redeemed are held no more.
    if (!holders.has(fan) && !redeemed.has(fan)) findings.add(`market ${marketId}: fan ${fan} won and holds no code in the Code Service`);
  }
};
