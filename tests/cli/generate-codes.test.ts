import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { generateCodes } from '../../src/cli/generate-codes.ts';
import { codeServed } from '../../src/generated/served/code.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import { registerService } from '../../src/services/routes.ts';
import { createService } from '../../src/services/service.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { runCommand } from '../support/run-command.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { readableTokens } from '../support/served.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

/** The real Code Service; the answers to the requests of these numbers never arrive. */
const openCodeService = async (lost: readonly number[] = []) => {
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const system = { clock: { now: clock.now, sleep: async () => undefined }, random, log: silentLog };
  const store = createSqliteCodeStore(await createSqliteFolder().open());
  const app = fastify();
  let requests = 0;
  app.addHook('onSend', async (request) => {
    requests += 1;
    if (lost.includes(requests)) request.raw.socket.destroy();
  });
  const handlers = createCodeHandlers({ ...system, store, secrets: createMemorySecrets() });
  registerService(app, createService({ served: codeServed, handlers, tokens: readableTokens, log: silentLog }));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const connection: Connection = connect({ ...system, url, token: 'operator', deployment: null, dataFolder: '/nowhere' });
  onTestFinished(async () => {
    await connection.close();
    await app.close();
  });
  return { connection, available: async () => (await store.counts('london-1', clock.now())).available };
};

test('codes of one key are made once, however often the call is repeated', async () => {
  const { connection, available } = await openCodeService();
  expect(await generateCodes(connection, 'london-1', 60, 'spring', 50)).toEqual({ key: 'spring', generated: 60 });
  expect(await generateCodes(connection, 'london-1', 60, 'spring', 50)).toEqual({ key: 'spring', generated: 60 });
  expect(await available()).toBe(60);
  await generateCodes(connection, 'london-1', 10, 'autumn');
  expect(await available()).toBe(70);
});

test('an answer that is lost costs no code', async () => {
  const { connection, available } = await openCodeService([1, 3]);
  expect(await generateCodes(connection, 'london-1', 60, 'spring', 50)).toEqual({ key: 'spring', generated: 60 });
  expect(await available()).toBe(60);
});

test('a call that broke off is completed by its repetition', async () => {
  const { connection, available } = await openCodeService([2, 3, 4, 5]);
  await expect(generateCodes(connection, 'london-1', 110, 'spring', 50)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await generateCodes(connection, 'london-1', 110, 'spring', 50)).toEqual({ key: 'spring', generated: 110 });
  expect(await available()).toBe(110);
});

test('a key that stands for another count is refused', async () => {
  const { connection } = await openCodeService();
  await generateCodes(connection, 'london-1', 10, 'spring');
  await expect(generateCodes(connection, 'london-1', 11, 'spring')).rejects.toMatchObject({ code: 'STATE_INVALID' });
});

test('a key that no header could carry is wrong usage', async () => {
  const { status, stderr } = await runCommand(['codes', 'generate', '--market', 'a', '--count', '1', '--key', 'two words']);
  expect(stderr).toContain('1 to 100 letters');
  expect(status).toBe(2);
});
