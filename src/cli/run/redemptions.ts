import { open } from 'node:fs/promises';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { csvLine } from '../../domain/csv-cell.ts';
import { winnerPages } from '../winner-lines.ts';
import type { FanRedemption } from './fan-lists.ts';
import type { RunContext } from './stage.ts';

/** What the ticketer's reports came to. */
export interface Redeemed {
  /** Fans whose codes are redeemed now, also those that were before. */
  readonly fans: ReadonlySet<string>;
  /** Rows by what is with the fan instead: `NO_CODE`, `SHARED_CODE` (nobody counts those), or the state of the code. */
  readonly refused: Readonly<Record<string, number>>;
}

const HEADER = ['market', 'globalUserId', 'accessCode', 'redeemedAt', 'state'];
/** What the service takes in one call. */
const CODES_A_CALL = 1000;

interface Held {
  readonly marketId: string;
  readonly code: string;
  /** All winners of the market have it. */
  readonly isShared: boolean;
}

/** Reports codes as redeemed, as the ticketer would who sees them, once the last of them is; who has which is known by now. Writes what came of each row. */
export const redeemFans = async ({ input, connection, clock }: RunContext, campaign: CampaignWithMarkets, path: string): Promise<Redeemed> => {
  const held = await heldCodes(connection, campaign);
  const states = new Map<string, string>();
  const known: { readonly fan: string; readonly marketId: string; readonly code: string; readonly redeemedAt: string }[] = [];
  for (const { globalUserId: fan, redeemedAt } of input.redemptions) {
    clock.jumpTo(Date.parse(redeemedAt));
    const own = held.get(fan);
    if (own === undefined) states.set(fan, 'NO_CODE');
    else if (own.isShared) states.set(fan, 'SHARED_CODE');
    else known.push({ fan, marketId: own.marketId, code: own.code, redeemedAt });
  }
  for (const batch of chunks(known, CODES_A_CALL)) {
    const { refused } = await connection.code.redeemCodes({ body: { codes: batch.map(({ fan: _, ...one }) => one) } });
    const others = new Map(refused.map(({ index, state }) => [index, state ?? 'UNKNOWN']));
    batch.forEach(({ fan }, index) => {
      states.set(fan, others.get(index) ?? 'REDEEMED');
    });
  }
  await writeRows(path, input.redemptions, held, states);
  const refused: Record<string, number> = {};
  for (const state of states.values()) if (state !== 'REDEEMED') refused[state] = (refused[state] ?? 0) + 1;
  return { fans: new Set([...states].filter(([, state]) => state === 'REDEEMED').map(([fan]) => fan)), refused };
};

const heldCodes = async (connection: RunContext['connection'], { markets }: CampaignWithMarkets): Promise<ReadonlyMap<string, Held>> => {
  const held = new Map<string, Held>();
  for (const { id, codes } of markets) {
    for await (const page of winnerPages(connection, id)) {
      for (const { globalUserId, accessCode } of page) held.set(globalUserId, { marketId: id, code: accessCode, isShared: codes.mode === 'shared' });
    }
  }
  return held;
};

const writeRows = async (
  path: string,
  redemptions: readonly FanRedemption[],
  held: ReadonlyMap<string, Held>,
  states: ReadonlyMap<string, string>,
): Promise<void> => {
  const file = await open(path, 'w', 0o600);
  try {
    const rows = redemptions.map(({ globalUserId, redeemedAt }) => {
      const { marketId = '', code = '' } = held.get(globalUserId) ?? {};
      return csvLine([marketId, globalUserId, code, redeemedAt, states.get(globalUserId) ?? '']);
    });
    await file.write([csvLine(HEADER), ...rows].join(''));
  } finally {
    await file.close();
  }
};
