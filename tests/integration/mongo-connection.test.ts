import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { RegError } from '../../src/errors.ts';
import { createMongoInFront } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const failureOf = async (call: Promise<unknown>): Promise<RegError> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RegError)) throw new Error('It did not fail as it should.', { cause: error });
  return error;
};
const everythingIn = (error: RegError): string => JSON.stringify([error.message, error.detail, error.stack, String(error.cause)]);
const find = (mongo: ReturnType<typeof createMongoConnection>) =>
  mongo.run('campaigns.findOne', (database) => database.collection<{ readonly _id: string }>('campaigns').findOne({ _id: 'planted-value' }));

describe('the connection to MongoDB', { timeout: 120_000 }, () => {
  test('where nobody listens, a call fails and can be tried again', async () => {
    const mongo = createMongoConnection({ url: async () => 'mongodb://reg:hunter2@127.0.0.1:9/reg', patienceMs: 300 });
    const error = await failureOf(find(mongo));
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', retryable: true, detail: { call: 'campaigns.findOne' } });
    expect(everythingIn(error)).not.toMatch(/hunter2|planted-value|127\.0\.0\.1/);
    await mongo.close();
  });

  test('a server that takes connections and never answers is given up', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const mongo = createMongoConnection({ url: async () => `mongodb://127.0.0.1:${(silent.address() as AddressInfo).port}/`, patienceMs: 300 });
    expect(await failureOf(find(mongo))).toMatchObject({ code: 'STORAGE_FAILED' });
    await mongo.close();
  });

  test('a server that stops answering is given up, and used again when it is back', async () => {
    const subject = await createMongoSubject();
    let isPaused = true;
    const front = await createMongoInFront(subject, () => (isPaused ? new Promise<never>(() => undefined) : 'answered'), { patienceMs: 2_500 });
    onTestFinished(front.close);
    expect(await failureOf(find(front.mongo))).toMatchObject({ code: 'STORAGE_FAILED' });
    isPaused = false;
    expect(await find(front.mongo)).toBeNull();
  });

  test('a wrong password is refused without being told, and a new one is asked for', async () => {
    const { url } = await createMongoSubject();
    const wrong = new URL(url);
    wrong.password = 'hunter2';
    const urls = [wrong.href, url];
    const mongo = createMongoConnection({ url: async () => urls.shift() ?? url });
    onTestFinished(mongo.close);
    const error = await failureOf(find(mongo));
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', detail: { code: 18 } });
    expect(everythingIn(error)).not.toContain('hunter2');
    expect(await find(mongo)).toBeNull();
  });

  test('what is no URL of MongoDB is named as a wrong setting, without repeating it', async () => {
    const mongo = createMongoConnection({ url: async () => 'mongodb://reg:hunt/er2@127.0.0.1:1/reg' });
    const error = await failureOf(find(mongo));
    expect(error.code).toBe('CONFIG_INVALID');
    expect(everythingIn(error)).not.toContain('er2');
  });

  test('what the URL asks for does not weaken what the stores promise', async () => {
    const weak = 'w=1&journal=false&wtimeoutMS=0&readConcernLevel=local&readPreference=secondary&retryWrites=false&socketTimeoutMS=0';
    const mongo = createMongoConnection({ url: async () => `mongodb://127.0.0.1:9/reg?${weak}`, patienceMs: 300 });
    const { writeConcern, readConcern, readPreference } = await mongo.run('options', async (database) => database);
    expect({ w: writeConcern?.w, journal: writeConcern?.journal, reads: readConcern?.level, from: readPreference.mode }).toEqual({
      w: 'majority',
      journal: true,
      reads: 'majority',
      from: 'primary',
    });
    await mongo.close();
  });

  test('what a unique key refuses says nothing of the document', async () => {
    const { mongo } = await createMongoSubject();
    const insert = () => mongo.run('users.insertOne', (database) => database.collection<{ readonly _id: string }>('users').insertOne({ _id: 'planted-value' }));
    await insert();
    const error = await failureOf(insert());
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', detail: { code: 11_000 } });
    expect(everythingIn(error)).not.toContain('planted-value');
  });
});
