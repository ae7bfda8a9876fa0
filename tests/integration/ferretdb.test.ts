import { describe, expect, test } from 'vitest';
import type { MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { createMongoSubject } from './mongo-subject.ts';

interface Thing {
  readonly _id: string;
  readonly v?: number;
  readonly name?: string;
}

const things = async (names?: { readonly unique: true }): Promise<{ readonly mongo: MongoConnection; readonly url: string }> => {
  const { mongo, url } = await createMongoSubject();
  if (names !== undefined) await mongo.run('createIndexes', (database) => database.collection('things').createIndexes([{ key: { name: 1 }, ...names }]));
  return { mongo, url };
};

/** What our stores rely on and the patch of FerretDB mends; MongoDB passes all of it. */
describe('the server that stands for MongoDB', { timeout: 60_000 }, () => {
  test('of many who change a document where it is as they know it, one succeeds', async () => {
    const { mongo } = await things();
    await mongo.run('insert', (database) => database.collection<Thing>('things').insertOne({ _id: 'a', v: 0 }));
    const changes = Array.from({ length: 20 }, (_, n) =>
      mongo.run('update', (database) => database.collection<Thing>('things').updateOne({ _id: 'a', v: 0 }, { $set: { v: n + 1 } })),
    );
    expect((await Promise.all(changes)).filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  test('a bulk write without order goes on behind what a unique key refuses, and says which that was', async () => {
    const { mongo } = await things({ unique: true });
    const upsert = (_id: string, name: string) => ({ updateOne: { filter: { _id, v: { $lt: 1 } }, update: { $set: { v: 1, name } }, upsert: true } });
    const write = (writes: readonly ReturnType<typeof upsert>[]) =>
      mongo.run('bulkWrite', (database) => {
        const done = database.collection<Thing>('things').bulkWrite([...writes], { ordered: false });
        return done.then(
          ({ upsertedIds }) => ({ refused: [], upsertedIds }),
          ({ result }) => ({
            refused: result.getWriteErrors().map(({ index, code }: { index: number; code: number }) => [index, code]),
            upsertedIds: result.upsertedIds,
          }),
        );
      });
    expect(await write([upsert('a', 'one')])).toEqual({ refused: [], upsertedIds: { 0: 'a' } });
    expect(await write([upsert('a', 'two'), upsert('b', 'three'), upsert('c', 'one'), upsert('d', 'four')])).toEqual({
      refused: [
        [0, 11_000],
        [2, 11_000],
      ],
      upsertedIds: { 1: 'b', 3: 'd' },
    });
  });

  test('each sum of a group is right', async () => {
    const { mongo } = await things();
    const documents = [1, 2, 3].map((v) => ({ _id: `${v}`, v }));
    await mongo.run('insertMany', (database) => database.collection<Thing>('things').insertMany(documents));
    const groups = [{ $group: { _id: null, count: { $sum: 1 }, sum: { $sum: '$v' } } }];
    expect(await mongo.run('aggregate', (database) => database.collection<Thing>('things').aggregate(groups).toArray())).toEqual([
      { _id: null, count: 3, sum: 6 },
    ]);
  });

  test('ranges of texts are what their bytes say, whatever an index makes of them', async () => {
    const { mongo } = await things();
    const names = ['', ' b', '"', '<', '\\', 'A', 'a', 'a/', 'a/1', 'a0', 'é', '😀'];
    await mongo.run('insertMany', (database) => database.collection<Thing>('things').insertMany(names.map((_id) => ({ _id }))));
    const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    for (const bound of names) {
      const found = await mongo.run('find', (database) =>
        database
          .collection<Thing>('things')
          .find({ _id: { $gt: bound } }, { sort: { _id: 1 } })
          .toArray(),
      );
      expect(found.map(({ _id }) => _id)).toEqual(names.filter((name) => bytes(name, bound) > 0).toSorted(bytes));
    }
  });
});
