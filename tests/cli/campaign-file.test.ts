import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainCampaignError, readCampaignFile } from '../../src/cli/campaign-file.ts';
import { RegError } from '../../src/errors.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const written = async (content: string | Uint8Array): Promise<string> => {
  const file = join(createTemporaryFolder(), 'campaign.yaml');
  await writeFile(file, content);
  return file;
};

const FILE = `slug: tour
name: Tour
date: { open: 2027-02-01T10:00:00Z,
        close: 2027-01-01T10:00:00Z }
markets:
  # the first
  - id: a
    event:
      venue: Hall
  - { id: b, timezone: Mars/One }
`;

describe('a problem is shown on its line', () => {
  test.each([
    ['date.close', 4],
    ['markets[0].event.venue', 9],
    ['markets[1].timezone', 10],
    ['markets[0].capacity', 7],
    ['preferences', 1],
    ['', 1],
  ])('%s', async (path, line) => {
    expect((await readCampaignFile(await written(FILE))).lineOf(path)).toBe(line);
  });

  test('each on a line of its own, in the order of the file', async () => {
    const name = await written(FILE);
    const problems = [
      { path: 'markets[1].timezone', problem: 'is no time zone' },
      { path: 'date.close', problem: 'must be after open' },
    ];
    const explained = explainCampaignError(new RegError('CAMPAIGN_INVALID', 'no', { detail: { problems } }), await readCampaignFile(name));
    expect(explained).toMatchObject({
      code: 'CAMPAIGN_INVALID',
      message: `${name}:4: date.close: must be after open\n${name}:10: markets[1].timezone: is no time zone`,
    });
  });
});

describe('a file is refused with its line', () => {
  test.each([
    ['a list that is never closed', 'slug: a\nname: [A\nartist: B\n', ':3: Flow sequence'],
    ['a key that is there twice', 'slug: a\nslug: b\n', ':2: names a key that its mapping has already; keep one of the two'],
    ['a tab before a line', 'slug: a\nmarkets:\n\t- id: b\n', ':3: is indented with a tab; use spaces'],
    ['a second campaign', 'slug: a\n---\nslug: b\n', ':2: begins a second document; keep one a file'],
    ['a reference to nothing', 'slug: a\nname: *n\n', ': refers by * to an anchor that is not set above it by &: *n'],
    ['no slug', 'name: A\n', ':1: slug: is missing'],
    ['a list in place of a campaign', '- a\n', ':1: the file holds no campaign'],
    ['nothing in it', '', ':1: the file holds no campaign'],
    ['broken UTF-8', Buffer.from([0x61, 0xff]), ': is not UTF-8'],
    [
      'references that multiply',
      `a: &a [1]\n${Array.from({ length: 120 }, (_, index) => `b${index}: [*a, *a, *a]`).join('\n')}\n`,
      ': refers to its anchors so often',
    ],
  ])('for %s', async (_, content, message) => {
    const name = await written(content);
    await expect(readCampaignFile(name)).rejects.toThrow(`${name}${message}`);
  });

  test('for one that is not there', async () => {
    await expect(readCampaignFile('/nowhere/campaign.yaml')).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });
});
