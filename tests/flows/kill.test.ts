import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { RegError } from '../../src/errors.ts';
import { type ServingProcess, serve } from '../support/real-process.ts';
import { silentLog } from '../support/silent-log.ts';

/** What a fan was told last. A request whose answer never came may have happened or not. */
type Told =
  | { readonly state: 'registered'; readonly version: number; readonly tickets: number }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'unknown' };

const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason version } }';
const WITHDRAW = 'mutation ($slug: String!, $globalUserId: String) { withdrawEntry(slug: $slug, globalUserId: $globalUserId) { isWithdrawn } }';
const IN_FLIGHT = 24;

const clock = createSystemClock();
const random = createSystemRandom(clock);

const connectionTo = (url: string, dataFolder: string): Connection =>
  connect({ url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });

/** Fans register, one in three changes the answers, one in five withdraws, until `answers` of them were answered; then the process is gone. */
const registerUntilKilled = async (server: ServingProcess, token: string, told: Map<string, Told>, firstFan: number, answers: number): Promise<number> => {
  let fan = firstFan;
  let answered = 0;
  const refused: unknown[] = [];
  const ask = async (query: string, variables: unknown): Promise<Record<string, Record<string, unknown>>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, Record<string, unknown>>; errors?: unknown };
    if (errors !== undefined) refused.push(errors);
    answered += 1;
    return data;
  };
  const register = async (id: string, tickets: number): Promise<void> => {
    told.set(id, { state: 'unknown' });
    const userInfo = { globalUserId: id, email: `${id}@example.org`, firstName: 'Ann', lastName: 'Example', locale: 'en', countryCode: 'GB' };
    const { upsertEntry } = await ask(UPSERT, { input: { slug: 'welcome', entry: JSON.stringify({ markets: ['welcome-london'], tickets }), userInfo } });
    told.set(id, { state: 'registered', version: upsertEntry?.version as number, tickets });
  };
  const live = async (): Promise<void> => {
    while (answered < answers) {
      fan += 1;
      const [number, id] = [fan, `fan-${fan}`];
      await register(id, 1);
      if (number % 3 === 0) await register(id, 2);
      if (number % 5 === 0) {
        told.set(id, { state: 'unknown' });
        await ask(WITHDRAW, { slug: 'welcome', globalUserId: id });
        told.set(id, { state: 'withdrawn' });
      }
    }
    await server.kill();
  };
  await Promise.allSettled(Array.from({ length: IN_FLIGHT }, live));
  expect(refused).toEqual([]);
  return fan;
};

test('what was acknowledged survives kill -9 at any moment, and the flow goes on with it', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reg-kill-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  const told = new Map<string, Told>();
  let fan = 0;
  for (const answers of [1, 40, 150, 400, 900]) {
    const server = await serve(dataFolder);
    const signer = await openSigner({ dataFolder, deployment: null, clock, random });
    const token = await signer.sign({ kind: 'app', name: 'test', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 600 });
    fan = await registerUntilKilled(server, token, told, fan, answers);
  }

  const server = await serve(dataFolder);
  const connection = connectionTo(server.url, dataFolder);
  let flow = await connection.operator.flow({});
  while (!flow.idle) flow = await connection.operator.flow({});
  expect(flow.queues.filter(({ deadLetters }) => deadLetters > 0)).toEqual([]);
  expect(flow.queues.filter(({ sent, done }) => sent !== done)).toEqual([]);

  const replicaOf = async (globalUserId: string) => {
    try {
      return await connection.entry.getEntry({ params: { campaignId: 'welcome', globalUserId } });
    } catch (error) {
      if (error instanceof RegError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };
  const wrong: unknown[] = [];
  for (const [id, last] of told) {
    const replica = await replicaOf(id);
    if (last.state === 'withdrawn' && replica !== null) wrong.push({ id, last, replica });
    if (last.state === 'registered' && (replica?.version !== last.version || replica.entry.tickets !== last.tickets)) wrong.push({ id, last, replica });
  }
  expect(wrong).toEqual([]);
  expect([...told.values()].filter(({ state }) => state === 'registered').length).toBeGreaterThan(300);
  await connection.close();
  expect(await server.stop()).toBe(0);
});

test('a second process on the same data folder is refused, and the first goes on', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reg-two-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  const server = await serve(dataFolder, ['--empty']);
  await expect(serve(dataFolder, ['--empty'])).rejects.toThrow(/Another process is using the data folder/);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop();
});
