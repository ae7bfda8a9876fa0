import { csvLine } from '../domain/csv-cell.ts';
import type { Connection } from './connection.ts';

type Winners = Awaited<ReturnType<Connection['export']['listWinners']>>;
export type Winner = Winners['winners'][number];

const PAGE = 100;

/** The first line of `winners.csv`. */
export const winnersHeader = csvLine(['market', 'globalUserId', 'email', 'accessCode', 'position']);

export const winnerLine = ({ market, globalUserId, email, accessCode, position }: Winner): string =>
  csvLine([market, globalUserId, email, accessCode, position]);

/** A market's winners in the order of their ids. */
export const winnerPages = async function* (connection: Pick<Connection, 'export'>, marketId: string): AsyncGenerator<readonly Winner[]> {
  let after: string | null = null;
  do {
    const page: Winners = await connection.export.listWinners({ params: { marketId }, query: { limit: PAGE, ...(after !== null && { after }) } });
    yield page.winners;
    after = page.next;
  } while (after !== null);
};
