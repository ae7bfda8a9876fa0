import { RegError } from '../../errors.ts';
import type { DrawnDraw, DrawStore, FreezeAttempt, FrozenDraw, StoredDraw } from '../../ports/draw-store.ts';
import { CALL_LIMITS, isDuplicate } from './mongo-connection.ts';
import { dropEntrants, fansBehind, putEntrants, readEntrants, renameEntrant } from './mongo-draw-entrants.ts';
import { drawName, putResults, readResults, renameResult } from './mongo-draw-results.ts';
import { createMongoSelectionBook } from './mongo-selection-book.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';
import { storable, text } from './mongo-values.ts';
import { insertFirst, type Named } from './mongo-writes.ts';

/** One document a draw, from its first attempt on: what may happen to it next is a condition on this document. */
interface DrawDocument extends Named, Partial<FrozenDraw> {
  readonly campaignId: string;
  readonly draw: number;
  /** The attempt that was begun last. */
  readonly latest: number;
  /** The attempt that was frozen; with the rest of `FrozenDraw` from the freeze on. */
  readonly attempt?: number;
  readonly publicRandomness?: string;
  readonly drawn?: DrawnDraw;
}

interface CommitmentDocument extends Named {
  readonly commitment: string;
}

interface HoldDocument extends Named {
  readonly by: string;
  readonly until: number;
}

/**
 * Draws on MongoDB. Entrants and results are a document each, and what selections came to is in the selection book beside
 * them. An attempt that was overtaken may still write entrants, but to a place of its own that nobody reads.
 */
export const createMongoDrawStore = (options: MongoStoreOptions): DrawStore => {
  const { mongo } = options;

  const drawDocument = (campaignId: string, draw: number): Promise<DrawDocument | null> =>
    mongo.run('draws.findOne', (database) =>
      database.collection<DrawDocument>('draws').findOne({ _id: drawName({ campaignId: text(campaignId), draw }) }, CALL_LIMITS),
    );

  const frozenDraw = async (campaignId: string, draw: number): Promise<StoredDraw> =>
    drawFrom(await drawDocument(campaignId, draw)) ?? noDraw(campaignId, draw);

  const isOpen = (document: DrawDocument | null, { attempt }: FreezeAttempt): boolean => document?.latest === attempt && document.attempt === undefined;

  /** The draw after a change of a frozen one, whether or not there was still something to change. */
  const changeFrozen = async (campaignId: string, draw: number, change: Pick<DrawDocument, 'publicRandomness' | 'drawn'>): Promise<StoredDraw> => {
    const absent = Object.fromEntries(Object.keys(change).map((field) => [field, { $exists: false }]));
    await mongo.run('draws.updateOne', (database) =>
      database
        .collection<DrawDocument>('draws')
        .updateOne({ _id: drawName({ campaignId: text(campaignId), draw }), attempt: { $exists: true }, ...absent }, { $set: change }, CALL_LIMITS),
    );
    return frozenDraw(campaignId, draw);
  };

  const begin = (campaignId: string, draw: number): Promise<DrawDocument | null> =>
    mongo.run('draws.findOneAndUpdate', (database) =>
      database
        .collection<DrawDocument>('draws')
        .findOneAndUpdate({ _id: drawName({ campaignId, draw }) }, { $inc: { latest: 1 } }, { returnDocument: 'after', ...CALL_LIMITS }),
    );

  const book = createMongoSelectionBook(options);

  return {
    publishCommitment: async (campaignId, commitment) => {
      await insertFirst<CommitmentDocument>(mongo, 'commitments', { _id: text(campaignId), commitment });
      return (await findCommitment(options, campaignId)) ?? commitment;
    },
    commitment: (campaignId) => findCommitment(options, campaignId),
    draws: async (campaignId) => {
      const found = await mongo.run('draws.find', (database) =>
        database
          .collection<DrawDocument>('draws')
          .find({ campaignId: text(campaignId) }, { sort: { draw: 1 }, ...CALL_LIMITS })
          .toArray(),
      );
      return found.flatMap((document) => drawFrom(document) ?? []);
    },
    draw: async (campaignId, draw) => drawFrom(await drawDocument(campaignId, draw)),
    holdDraw: (campaignId, draw, { by, now, until }) =>
      mongo.run('drawHolds.updateOne', async (database) => {
        const filter = { _id: drawName({ campaignId: text(campaignId), draw }), $or: [{ by: text(by) }, { until: { $lte: now } }] };
        try {
          await database.collection<HoldDocument>('drawHolds').updateOne(filter, { $set: { by, until } }, { upsert: true, ...CALL_LIMITS });
          return true;
        } catch (error) {
          if (isDuplicate(error)) return false;
          throw error;
        }
      }),
    releaseDraw: async (campaignId, draw, by) => {
      await mongo.run('drawHolds.deleteOne', (database) =>
        database.collection<HoldDocument>('drawHolds').deleteOne({ _id: drawName({ campaignId: text(campaignId), draw }), by: text(by) }, CALL_LIMITS),
      );
    },
    beginFreeze: async (campaignId, draw) => {
      let begun = await begin(campaignId, draw);
      if (begun === null) {
        await insertFirst<DrawDocument>(mongo, 'draws', { _id: drawName({ campaignId: text(campaignId), draw }), campaignId, draw, latest: 0 });
        begun = await begin(campaignId, draw);
      }
      if (begun === null) throw new RegError('INTERNAL', 'A draw that was just written is not there.');
      const { latest, attempt } = begun;
      const former = latest - 1;
      if (former > 0 && former !== attempt) await dropEntrants(mongo, { attempt: former, campaignId, draw });
      return { attempt: latest, campaignId, draw };
    },
    addEntrants: async (attempt, entrants) => {
      if (!isOpen(await drawDocument(attempt.campaignId, attempt.draw), attempt)) overtaken(attempt);
      await putEntrants(mongo, attempt, entrants);
    },
    entrants: async (attempt, after, limit) => {
      const document = await drawDocument(attempt.campaignId, attempt.draw);
      return isOpen(document, attempt) || document?.attempt === attempt.attempt ? readEntrants(mongo, attempt, after, limit) : [];
    },
    areEntrants: async (attempt, refs) => {
      const hex = refs.map((ref) => Buffer.from(ref).toString('hex'));
      const fans = await fansBehind(mongo, attempt, hex);
      return hex.map((ref) => fans.has(ref));
    },
    freeze: async (attempt, frozen) => {
      const filter = { _id: drawName(attempt), attempt: { $exists: false }, latest: attempt.attempt };
      await mongo.run('draws.updateOne', (database) =>
        database.collection<DrawDocument>('draws').updateOne(filter, { $set: { ...frozen, attempt: attempt.attempt } }, CALL_LIMITS),
      );
      return drawFrom(await drawDocument(attempt.campaignId, attempt.draw)) ?? overtaken(attempt);
    },
    recordRandomness: async (campaignId, draw, value) => (await changeFrozen(campaignId, draw, { publicRandomness: value })).publicRandomness ?? '',
    addResults: async (campaignId, draw, results) => putResults(mongo, await frozenDraw(campaignId, draw), results),
    saveDrawn: (campaignId, draw, drawn) => changeFrozen(campaignId, draw, { drawn: storable(drawn) }),
    results: async (campaignId, draw, query) => readResults(mongo, await frozenDraw(campaignId, draw), query),
    saveStats: book.saveStats,
    addVerdictCounts: book.addVerdictCounts,
    marketStats: book.marketStats,
    recordPromotions: book.recordPromotions,
    promotions: book.promotions,
    eraseFan: async (campaignId, draw, fan) => {
      const latest = (await drawDocument(campaignId, draw))?.latest ?? 0;
      const attempts = Array.from({ length: latest }, (_, index) => ({ attempt: index + 1, campaignId, draw }));
      const entrants = await renameEntrant(mongo, attempts, fan);
      const results = fan.position !== null && (await renameResult(mongo, { campaignId, draw }, { ...fan, position: fan.position })) ? 1 : 0;
      return entrants + results + (await book.renamePromoted(fan));
    },
  };
};

const findCommitment = async ({ mongo }: Pick<MongoStoreOptions, 'mongo'>, campaignId: string): Promise<string | null> => {
  const found = await mongo.run('commitments.findOne', (database) =>
    database.collection<CommitmentDocument>('commitments').findOne({ _id: text(campaignId) }, CALL_LIMITS),
  );
  return found?.commitment ?? null;
};

const noDraw = (campaignId: string, draw: number): never => {
  throw new RegError('NOT_FOUND', `There is no draw ${draw} of the campaign ${campaignId}.`);
};

const overtaken = ({ campaignId, draw }: FreezeAttempt): never => {
  throw new RegError('CONFLICT', `Another freeze of draw ${draw} of the campaign ${campaignId} took over: ask for the draw again.`);
};

/** Null where it is not frozen. */
const drawFrom = (document: DrawDocument | null): StoredDraw | null => {
  if (document?.attempt === undefined) return null;
  const { campaignId, draw, attempt, publicRandomness = null, drawn = null } = document;
  const { rules = '', rulesHash = '', entrantsRoot = '', entrantsCount = 0, commitment = '', frozenAt = '' } = document;
  return { campaignId, draw, attempt, rules, rulesHash, entrantsRoot, entrantsCount, commitment, frozenAt, publicRandomness, drawn };
};
