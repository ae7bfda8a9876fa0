import { randomBytes } from 'node:crypto';
import { createMongoConnection, type MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { makeMongoIndexes } from '../../src/adapters/mongo/mongo-indexes.ts';
import { serverUrl } from './server-url.ts';

export interface MongoSubject {
  readonly mongo: MongoConnection;
  /** With the database in it. */
  readonly url: string;
  /** Another connection to the same database, as another process has. */
  connect(): MongoConnection;
}

/** A fresh and empty database with its indexes, for one subject of a contract. */
export const createMongoSubject = async (): Promise<MongoSubject> => {
  const url = new URL(serverUrl('mongo'));
  url.pathname = `/reg_${randomBytes(6).toString('hex')}`;
  const connect = (): MongoConnection => createMongoConnection({ url: async () => url.href });
  const mongo = connect();
  await makeMongoIndexes(mongo);
  return { mongo, url: url.href, connect };
};
