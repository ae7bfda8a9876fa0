import type { Filter } from 'mongodb';
import type { Result } from '../../domain/draw/serving.ts';
import { RegError } from '../../errors.ts';
import type { FanInDraw, FreezeAttempt, ResultsQuery, StoredResult } from '../../ports/draw-store.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { fansBehind } from './mongo-draw-entrants.ts';
import { number, text } from './mongo-values.ts';
import { insertNew, type Named } from './mongo-writes.ts';

/** One document a position, in the order of its draw's positions by its id. */
interface ResultDocument extends Named {
  readonly draw: string;
  readonly position: number;
  readonly fan: string;
  readonly verdict: Result['verdict'];
  readonly marketId?: string;
  readonly waitlist: Result['waitlist'];
}

const DIGITS = 9;

export const drawName = ({ campaignId, draw }: Pick<FreezeAttempt, 'campaignId' | 'draw'>): string => `${campaignId}/${draw}`;
const idOf = (draw: string, position: number): string => `${draw}/${String(position).padStart(DIGITS, '0')}`;

/** Throws `DRAW_INVALID` where a ref is none of the attempt's entrants. */
export const putResults = async (mongo: MongoConnection, attempt: FreezeAttempt, results: readonly Result[]): Promise<void> => {
  const draw = drawName(attempt);
  const fans = await fansBehind(
    mongo,
    attempt,
    results.map(({ ref }) => ref),
  );
  await insertNew<ResultDocument>(
    mongo,
    'drawResults',
    results.map(({ position, ref, verdict, marketId, waitlist }) => {
      const fan = fans.get(ref);
      if (fan === undefined) throw new RegError('DRAW_INVALID', `Position ${position} of draw ${draw} is of nobody who takes part.`);
      return { _id: idOf(draw, position), draw, position, fan, verdict, ...(marketId === null ? {} : { marketId }), waitlist };
    }),
  );
};

/** Calls the fan of one position by another name; answers whether the id was there. */
export const renameResult = async (
  mongo: MongoConnection,
  attempt: Pick<FreezeAttempt, 'campaignId' | 'draw'>,
  { position, globalUserId, name }: Pick<FanInDraw, 'globalUserId' | 'name'> & { readonly position: number },
): Promise<boolean> => {
  const { modifiedCount } = await mongo.run('drawResults.updateOne', (database) =>
    database
      .collection<ResultDocument>('drawResults')
      .updateOne({ _id: idOf(drawName(attempt), position), fan: text(globalUserId) }, { $set: { fan: name } }, CALL_LIMITS),
  );
  return modifiedCount === 1;
};

export const readResults = async (
  mongo: MongoConnection,
  attempt: Pick<FreezeAttempt, 'campaignId' | 'draw'>,
  query: ResultsQuery,
): Promise<readonly StoredResult[]> => {
  const draw = drawName(attempt);
  const { limit } = query;
  const found = await mongo.run('drawResults.find', (database) =>
    database
      .collection<ResultDocument>('drawResults')
      .find(filterOf(draw, query), { sort: query.marketId === undefined && query.verdict === undefined ? { _id: 1 } : { position: 1 }, limit, ...CALL_LIMITS })
      .toArray(),
  );
  return found.map(({ position, fan, verdict, marketId = null, waitlist }) => ({ position, globalUserId: fan, verdict, marketId, waitlist }));
};

const filterOf = (draw: string, { marketId, verdict, after }: ResultsQuery): Filter<ResultDocument> => {
  const position = { $gt: number(after) };
  if (marketId === undefined) return verdict === undefined ? { _id: { $gt: idOf(draw, after), $lt: `${draw}/:` } } : { draw, verdict, position };
  return verdict === 'WAITLIST' ? { draw, 'waitlist.marketId': text(marketId), position } : { draw, marketId: text(marketId), position };
};
