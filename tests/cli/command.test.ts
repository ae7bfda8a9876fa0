import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Nothing listens on the discard port. */
const NOWHERE = 'http://127.0.0.1:9';
const TOKEN = 'a.b.c';

const commands = [
  [],
  ['serve'],
  ['run'],
  ['campaign'],
  ...['apply', 'list', 'show', 'open', 'close'].map((name) => ['campaign', name]),
  ['codes'],
  ...['import', 'generate', 'stats'].map((name) => ['codes', name]),
  ['invites'],
  ['invites', 'import'],
  ['scores'],
  ['scores', 'import'],
  ['register'],
  ['draw'],
  ...['freeze', 'reveal', 'select', 'run', 'verify'].map((name) => ['draw', name]),
  ['refresh'],
  ['queues'],
  ['dead-letters'],
  ['redrive'],
  ['reconcile'],
  ['events'],
  ['topics'],
  ...['check', 'create'].map((name) => ['topics', name]),
  ['schemas'],
  ...['check', 'push'].map((name) => ['schemas', name]),
  ['token'],
  ...['fan', 'app', 'operator'].map((name) => ['token', name]),
  ['keys'],
  ...['list', 'rotate'].map((name) => ['keys', name]),
];

/** What `reg … --help` prints, without a process. */
const helpOf = (command: readonly string[]): string => {
  let found = createProgram('1.0.0');
  for (const name of command) found = found.commands.find((below) => below.name() === name) ?? expect.fail(`no command ${command.join(' ')}`);
  return found.helpInformation();
};

describe('help', () => {
  test.each(commands.map((command) => [['reg', ...command].join(' '), command] as const))('of %s says what it takes and does', (name, command) => {
    expect(helpOf(command)).toContain(`Usage: ${name}`);
    expect(helpOf(command)).toContain('-h, --help');
  });

  test('goes to stdout, with status 0', async () => {
    const { status, stdout, stderr } = await runCommand(['draw', 'freeze', '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(helpOf(['draw', 'freeze']));
  });
});

describe('wrong usage ends with status 2 and says what was wrong', () => {
  test.each([
    ['an unknown command', ['queuess'], "unknown command 'queuess'\n(Did you mean queues?)"],
    ['an unknown option', ['queues', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
    ['a missing argument', ['campaign', 'show'], "missing required argument 'slug'"],
    ['a missing option', ['codes', 'generate', '--count', '1'], "required option '--market <id>' not specified"],
    ['a number that is none', ['codes', 'generate', '--market', 'a', '--count', 'many'], 'It has to be a whole number from 1 to 100000000.'],
    ['a port that is none', ['serve', '--port', '70000'], 'It has to be a whole number from 0 to 65535.'],
    ['a topic that is none', ['events', 'registration'], 'It has to be one of campaigns, markets, registrations, event-mappings, registered-markets'],
    ['a token for a fan that is none', ['token', 'fan', '--sub', 'a b'], 'It has to be a globalUserId'],
    ['a fan that is none', ['erase', '--fan', 'a b'], 'It has to be a globalUserId'],
    ['an address that is none', ['queues', '--url', 'localhost'], 'It has to be an http:// or https:// URL'],
    [
      'a service that is none',
      ['token', 'app', '--name', 'a', '--scope', 'x', '--service', 'codes'],
      'Allowed choices are campaign, entry, user, code, export.',
    ],
    ['a time that is none', ['token', 'fan', '--sub', 'f', '--ttl', 'long'], 'It has to be a time such as 90s, 15m, 1h or 7d.'],
  ])('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await runCommand(args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('a wrong variable of the environment, by its name', async () => {
    const { status, stderr } = await runCommand(['serve'], { PORT: 'eighty' });
    expect(stderr).toMatch(/^PORT has to be a port.*\n$/);
    expect(status).toBe(2);
  });
});

describe('a command that fails ends with status 1 and one plain line', () => {
  test('when nothing answers', async () => {
    const { status, stdout, stderr } = await runCommand(['queues', '--url', NOWHERE, '--token', TOKEN]);
    expect(stderr).toBe(`Nothing answers at ${NOWHERE}. Start the system with "npm start", or name another by --url or REG_URL.\n`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('when there is no key to sign a token with, and makes none', async () => {
    const folder = createTemporaryFolder();
    const { status, stderr } = await runCommand(['token', 'operator', '--name', 'ops', '--data', folder]);
    expect(stderr).toBe(
      `There is no signing key in ${join(folder, 'secrets')}. Name the system's data folder by --data or REG_DATA, a deployment by --deployment, or give a token by --token or REG_TOKEN.\n`,
    );
    expect(status).toBe(1);
    expect((await runCommand(['token', 'operator', '--name', 'ops', '--data', folder])).status).toBe(1);
  });

  test.each([
    ['a folder below a file', ['run', '/dev/null'], '/dev/null/campaign.yaml: a part of the path is a file, not a folder\n', 1],
    [
      'a report into a folder that is not there',
      ['register', '--campaign', 'a', 'x.csv', '--refused', '/nowhere/r.csv'],
      '/nowhere: there is no such file or folder\n',
      1,
    ],
    [
      'a data folder that cannot be made',
      ['serve', '--data', '/dev/null/data'],
      'The folder /dev/null/data cannot be made or used: a part of the path is a file. Name another by --data or REG_DATA.\n',
      2,
    ],
    ['a data folder where nobody can make one', ['serve', '--data', '/proc/data'], 'The folder /proc/data cannot be made or used: ', 2],
  ])('for %s', async (_, args, message, expected) => {
    const { status, stdout, stderr } = await runCommand(args);
    expect({ status, stdout, stderr }).toEqual({ status: expected, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('as one JSON object on stdout too, where that was asked for', async () => {
    const { status, stdout } = await runCommand(['campaign', 'apply', '/nowhere.yaml', '--json']);
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'FILE_MISSING', message: '/nowhere.yaml: there is no such file', detail: {} } });
    expect(status).toBe(1);
  });

  test('with a stack only for whoever debugs', async () => {
    const quiet = await runCommand(['draw', 'verify', '/nowhere']);
    expect(quiet.stderr).toBe('/nowhere/rules.json: there is no such file\n');
    expect((await runCommand(['draw', 'verify', '/nowhere'], { REG_LOG_LEVEL: 'debug' })).stderr).toContain('    at ');
  });
});

describe('reg run refuses a folder before it does anything', () => {
  const campaign = `slug: tour
name: Tour
artist: Band
referenceTimezone: Europe/London
date: { open: 2027-02-01T10:00:00Z, close: 2027-02-08T10:00:00Z, presaleStart: 2027-02-12T10:00:00Z, presaleEnd: 2027-02-14T10:00:00Z }
preferences: [{ key: markets, type: markets }]
markets:
  - { id: a, name: A, city: A, country: GB, timezone: Europe/London, capacity: 1, codes: { mode: unique }, event: { ids: [E], date: 2027-06-01T19:00:00Z, presaleDateTime: 2027-02-12T10:00:00Z, venue: V, link: 'https://t.example/', ticketer: t } }
`;
  const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = createTemporaryFolder();
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return folder;
  };

  test.each([
    [
      'a campaign file with a mistake',
      { 'campaign.yaml': campaign.replace('capacity: 1', 'capcity: 1') },
      'campaign.yaml:8: markets[0].capcity: is not a known key; did you mean "capacity"?',
    ],
    [
      'fans without a column',
      { 'campaign.yaml': campaign, 'fans.csv': 'globalUserId,email,firstName,lastName\n' },
      'fans.csv:1: column markets: is missing from the header',
    ],
    [
      'no codes for a market that has its own',
      { 'campaign.yaml': campaign, 'fans.csv': 'globalUserId,email,firstName,lastName,markets\n' },
      'a.csv: there is no such file; the market a has unique codes, which are in it, one a line',
    ],
  ])('%s', async (_, files, message) => {
    const folder = await folderOf(files);
    const data = join(folder, 'data');
    const { status, stderr } = await runCommand(['run', folder, '--data', data]);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
    expect((await runCommand(['token', 'operator', '--name', 'ops', '--data', data])).stderr).toContain('There is no signing key');
  });
});

test('a schema registry that no record would name stops the start with one line', async () => {
  const env = { REG_SCHEMA_REGISTRY_URL: 'http://127.0.0.1:9' };
  const { status, stderr } = await runCommand(['serve', '--data', createTemporaryFolder(), '--port', '0'], env);
  expect([status, stderr.trim()]).toEqual([2, 'REG_SCHEMA_REGISTRY_URL has to be unset where REG_KAFKA_BROKERS is: only records on Kafka name their schemas.']);
});
