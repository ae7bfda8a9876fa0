import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect, localSigner } from '../../src/cli/connection.ts';
import { type ServingProcess, serve } from '../support/real-process.ts';
import { silentLog } from '../support/silent-log.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible version } }';
const IN_FLIGHT = 16;
/** 16 or 32 MB a file: some hundred registrations. */
const SMALL_DISK = { fileBlocks: 32_768 };
const REFUSALS = 200;

const createFans = async (dataFolder: string) => {
  const signer = await localSigner({ dataFolder, clock, random });
  const token = await signer.sign({ kind: 'app', name: 'test', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 600 });
  const registered: string[] = [];
  const refused: { readonly status: number; readonly code: unknown }[] = [];
  let fans = 0;
  return {
    registered,
    refused,
    register: async (server: ServingProcess): Promise<void> => {
      fans += 1;
      const globalUserId = `fan-${fans}`;
      const userInfo = { globalUserId, email: `${globalUserId}@example.org`, firstName: 'Ann', lastName: 'Example', locale: 'en', countryCode: 'GB' };
      const input = { slug: 'welcome', entry: JSON.stringify({ markets: ['welcome-london'], tickets: 1 }), userInfo };
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: UPSERT, variables: { input } }),
      });
      const { data, errors } = (await response.json()) as {
        data?: { upsertEntry?: { version?: number } };
        errors?: readonly { readonly extensions: { readonly code: string } }[];
      };
      if (errors === undefined && data?.upsertEntry?.version === 1) registered.push(globalUserId);
      else refused.push({ status: response.status, code: errors?.[0]?.extensions.code });
    },
  };
};

test('on a full disk fans get an error, reading goes on, and nothing that was acknowledged is lost', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reg-full-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  const full = await serve(dataFolder, [], SMALL_DISK);
  const fans = await createFans(dataFolder);
  const live = async (): Promise<void> => {
    while (fans.refused.length < REFUSALS) await fans.register(full);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, live));

  expect(fans.registered.length).toBeGreaterThan(100);
  // Whether SQLite sees a full disk or a failed write depends on how much of the last page still fits.
  expect(fans.refused.filter(({ code }) => code !== 'STORAGE_FULL' && code !== 'STORAGE_FAILED')).toEqual([]);
  expect((await fetch(`${full.url}/healthz`)).status).toBe(200);
  const campaign = await fetch(`${full.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ campaign(slug: "welcome") { name } }' }),
  });
  expect(await campaign.json()).toMatchObject({ data: { campaign: { name: expect.any(String) } } });
  expect(await full.stop()).toBe(0);

  const roomy = await serve(dataFolder);
  const before = fans.registered.length;
  await fans.register(roomy);
  expect(fans.registered).toHaveLength(before + 1);
  const connection = connect({ url: roomy.url, token: null, dataFolder, clock, random, log: silentLog });
  let flow = await connection.operator.flow({});
  while (!flow.idle) flow = await connection.operator.flow({});
  expect(flow.queues.filter(({ sent, done }) => sent !== done)).toEqual([]);
  const replicated = new Set<string>();
  for (let after: string | undefined, more = true; more; ) {
    const page = await connection.entry.listEntries({ params: { campaignId: 'welcome' }, query: { limit: 1000, ...(after === undefined ? {} : { after }) } });
    for (const { globalUserId } of page.entries) replicated.add(globalUserId);
    after = page.next ?? undefined;
    more = page.next !== null;
  }
  expect(fans.registered.filter((fan) => !replicated.has(fan))).toEqual([]);
  await connection.close();
  expect(await roomy.stop()).toBe(0);
});
