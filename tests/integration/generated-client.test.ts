import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { installServer, serverFolder } from '../../scripts/servers/install.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { readConfig } from '../../src/config.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const GENERATOR = 'openapi-python-client';
const DRIVER = join(import.meta.dirname, 'generated-client/drive_codes.py');

/** A running system, and tokens of it as an operator hands them out. */
const openSystem = async () => {
  const clock = createSystemClock();
  const random = createSystemRandom(clock);
  const dataFolder = createTemporaryFolder();
  const system = await createSystem({ config: readConfig({}, { dataFolder, port: 0, logLevel: 'silent' }), clock, random, log: silentLog });
  onTestFinished(system.stop);
  const token = async (...args: readonly string[]): Promise<string> => (await runCommand(['token', ...args, '--data', dataFolder])).stdout.trim();
  return { url: system.url, token };
};

/** Runs a program of the generator's Python, with nothing of this process's environment, and gives what it printed. */
const run = async (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await promisify(execFile)(join(serverFolder(GENERATOR), 'bin', program), args, { env: { PATH: '/usr/bin:/bin', PYTHONDONTWRITEBYTECODE: '1', ...env } }))
    .stdout;

test('a client generated in Python drives the Code Service of a running system', async () => {
  installServer(GENERATOR);
  const { url, token } = await openSystem();
  const folder = createTemporaryFolder();
  const settings = join(folder, 'settings.yaml');
  await writeFile(settings, 'post_hooks: []\n');
  const client = join(folder, 'client');
  await run('python', [
    '-m',
    'openapi_python_client',
    'generate',
    '--url',
    `${url}/services/code/openapi.json`,
    '--config',
    settings,
    '--output-path',
    client,
    '--fail-on-warning',
  ]);

  const tokens = await Promise.all([
    token('operator', '--name', 'olga'),
    token('app', '--name', 'ticketer', '--service', 'code', '--scope', 'code:read code:write'),
    token('app', '--name', 'auditor', '--service', 'code', '--scope', 'code:read'),
  ]);
  const seen = JSON.parse(await run('python', [DRIVER, `${url}/services/code/v1`, ...tokens], { PYTHONPATH: client })) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  const codes = seen.reserved?.codes as readonly string[];
  expect(codes).toHaveLength(2);
  expect(seen).toEqual({
    imported: { imported: 4, duplicates: [4] },
    reserved: { reservationId: expect.any(String), codes, shortfall: 0, expiresAt: expect.any(String) },
    reservedAgain: { ...seen.reserved, expiresAt: expect.any(String) },
    tooMany: { reservationId: null, codes: [], shortfall: 48, expiresAt: null },
    assigned: {
      results: [
        { globalUserId: 'fan-0', outcome: 'assigned' },
        { globalUserId: 'fan-1', outcome: 'assigned' },
      ],
    },
    holders: [
      ['fan-0', codes[0]],
      ['fan-1', codes[1]],
    ],
    stats: { imported: 4, available: 2, reserved: 0, assigned: 2, redeemed: 0, revoked: 0 },
    refusedScope: expect.objectContaining({
      status: 403,
      code: 'SCOPE_MISSING',
      context: { scope: 'code:write' },
      detail: expect.stringContaining('code:write'),
    }),
    refusedBody: expect.objectContaining({ status: 400, code: 'INPUT_INVALID', context: { part: 'body', field: 'count', rule: 'minimum' } }),
    refusedToken: expect.objectContaining({ status: 401, code: 'TOKEN_INVALID' }),
  });
});
