import { writeFile } from 'node:fs/promises';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { allDraws } from '../all-draws.ts';
import type { Connection } from '../connection.ts';
import type { LaterDraw } from './later-draws-file.ts';

/** `summary.json`; the keys are public (docs/interfaces.md). */
export interface RunSummary {
  /** Fans whose registration was accepted. */
  readonly registered: number;
  /** Rows by reason. */
  readonly refused: Readonly<Record<string, number>>;
  readonly withdrawn: number;
  /** Entries that reached the Entry Service. */
  readonly replicated: number;
  readonly markets: Readonly<Record<string, MarketSummary>>;
  /** Jobs: all that were planned, and how they ended. */
  readonly mail: { readonly planned: number; readonly sent: number; readonly failed: number; readonly ambiguous: number };
  /** Distinct published records by topic. */
  readonly records: Readonly<Record<string, number>>;
  readonly deadLetters: number;
  readonly reconciled: boolean;
  readonly seconds: RunSeconds;
  /** Where the folder has a pre-registration. `moved`: fans who took their entry along. */
  readonly preRegistration?: {
    readonly slug: string;
    readonly registered: number;
    readonly refused: Readonly<Record<string, number>>;
    readonly moved: number;
  };
  /** Where the folder has scores. `unknown`: of fans who were not registered. */
  readonly scores?: { readonly imported: number; readonly unknown: number };
  /** Where there is more than one draw: each by its number. */
  readonly draws?: Readonly<Record<string, DrawSummary>>;
  /** Where the folder has redemptions. `refused`: rows by what is with the fan instead. */
  readonly redemptions?: { readonly redeemed: number; readonly refused: Readonly<Record<string, number>> };
}

export interface DrawSummary {
  readonly reason: string;
  readonly entrants: number;
  readonly markets: Readonly<Record<string, { readonly eligible: number; readonly winners: number; readonly waitlisted: number }>>;
  readonly losers: number;
}

/** Of all draws together; `eligible` of the one that had most. */
export interface MarketSummary {
  readonly eligible: number;
  readonly selected: number;
  readonly waitlisted: number;
  readonly reserved: number;
  readonly assigned: number;
  readonly promoted: number;
}

export interface RunSeconds {
  readonly register: number;
  readonly replicate: number;
  readonly draw: number;
  readonly select: number;
  readonly mail: number;
  readonly total: number;
}

type Report = Awaited<ReturnType<Connection['export']['campaignReport']>>;

/** The stats of the services are those of each market's last draw. */
export const marketSummaries = (
  { markets }: CampaignWithMarkets,
  report: Report['markets'],
  draws: Readonly<Record<string, DrawSummary>> | null,
): Readonly<Record<string, MarketSummary>> =>
  Object.fromEntries(
    markets.map(({ id, codes }) => {
      const { eligible = 0, selected = 0, waitlisted = 0, reserved = 0, assigned = 0, promoted = 0 } = report[id] ?? {};
      if (draws === null) return [id, { eligible, selected, waitlisted, reserved, assigned, promoted }];
      const ofDraws = Object.values(draws).flatMap((draw) => draw.markets[id] ?? []);
      const winners = ofDraws.reduce((sum, draw) => sum + draw.winners, 0);
      return [
        id,
        {
          eligible: Math.max(...ofDraws.map((draw) => draw.eligible)),
          selected: winners,
          waitlisted: ofDraws.reduce((sum, draw) => sum + draw.waitlisted, 0),
          reserved: codes.mode === 'unique' ? winners : 0,
          assigned,
          promoted,
        },
      ];
    }),
  );

/** All draws of a campaign; null where there is no more than the first. */
export const drawSummaries = async (
  connection: Connection,
  campaignId: string,
  laterDraws: readonly LaterDraw[],
): Promise<Readonly<Record<string, DrawSummary>> | null> => {
  if (laterDraws.length === 0) return null;
  const summaries: Record<string, DrawSummary> = {};
  for (const { draw, entrantsCount } of await allDraws(connection, campaignId)) {
    const { markets, losers } = await connection.campaign.countDrawResults({ params: { campaignId, draw } });
    const reason = laterDraws.find((later) => later.draw === draw)?.reason ?? 'first draw';
    summaries[draw] = { reason, entrants: entrantsCount, markets, losers };
  }
  return summaries;
};

export const writeSummary = async (path: string, summary: RunSummary): Promise<void> => writeFile(path, `${JSON.stringify(summary, null, 2)}\n`);
