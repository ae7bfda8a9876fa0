import { csvLine } from '../domain/csv-cell.ts';
import { pagesOf } from '../services/contract.ts';
import type { Connection } from './connection.ts';

type Winners = Awaited<ReturnType<Connection['export']['listWinners']>>;
export type Winner = Winners['winners'][number];

const PAGE = 100;

/** The columns of `winners.csv`. */
export const WINNER_COLUMNS = ['market', 'globalUserId', 'email', 'accessCode', 'position'] as const;

export const winnerCells = ({ market, globalUserId, email, accessCode, position }: Winner): readonly (string | number)[] => [
  market,
  globalUserId,
  email,
  accessCode,
  position,
];

export const winnersHeader = csvLine([...WINNER_COLUMNS]);
export const winnerLine = (winner: Winner): string => csvLine(winnerCells(winner));

/** A market's winners in the order of their ids. */
export const winnerPages = async function* (connection: Pick<Connection, 'export'>, marketId: string): AsyncGenerator<readonly Winner[]> {
  for await (const { winners } of pagesOf(connection.export.listWinners, { params: { marketId }, query: { limit: PAGE } })) yield winners;
};
