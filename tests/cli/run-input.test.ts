import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRunFolder } from '../../src/cli/run/input-folder.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** A file of `examples/festival`, what is wrong with it, how it came to be, and what is said of it. */
type Case = readonly [file: string, fault: string, change: (text: string) => string, message: string];

test.each<Case>([
  [
    'later-draws.yaml',
    'a market that is not there',
    (text) => text.replace('id: lakeside-fri', 'id: lakeside-mon'),
    ':6: draws[0].markets[0].id: is no market of',
  ],
  [
    'later-draws.yaml',
    'fewer places than before',
    (text) => text.replace('capacity: 260', 'capacity: 199'),
    ':6: draws[0].markets[0].capacity: must be a whole number from 200',
  ],
  ['later-draws.yaml', 'no reason', (text) => text.replace('reason:', 'reasons:'), ':3: draws[0].reasons: is not a known key; did you mean "reason"?'],
  [
    'later-draws.yaml',
    'a draw before the close',
    (text) => text.replace('2027-03-10', '2027-02-10'),
    ":4: draws[0].at: must not be before the campaign's close",
  ],
  ['scores.csv', 'a score above 1000', (text) => text.replace(/(fan-\d+),\d+/, '$1,1001'), ':2: column score: has to be a whole number from 0 to 1000'],
  ['withdrawals.csv', 'a draw that there is not', (text) => text.replace(',2', ',3'), ': column draw: has to be a number from 1 to 2'],
  ['redemptions.csv', 'a fan who is not there', (text) => text.replace(/fan-\d+/, 'fan-1'), ':2: column globalUserId: is nobody in fans.csv'],
  ['redemptions.csv', 'a sale after the presale', (text) => text.replace('2027-03-2', '2027-04-2'), ':2: column redeemedAt: is outside of the presale'],
  [
    'campaign.yaml',
    'a gate to elsewhere',
    (text) => text.replace('linkedCampaign: lakeside-early', 'linkedCampaign: other'),
    'gate.linkedCampaign: has to be lakeside-early',
  ],
  [
    'pre-registration/campaign.yaml',
    'a list that closes late',
    (text) => text.replace('close: 2027-01-25', 'close: 2027-02-25'),
    'date.close: must not be after',
  ],
  [
    'pre-registration/campaign.yaml',
    'the slug of the other',
    (text) => text.replace('slug: lakeside-early', 'slug: lakeside\nid: lakeside-early'),
    'slug: is that of',
  ],
  ['pre-registration/campaign.yaml', 'a market of the other', (text) => text.replace('id: lakeside-list', 'id: lakeside-fri'), 'markets[0].id: is a market of'],
  ['pre-registration/withdrawals.csv', 'a file that is of no use there', () => 'globalUserId\n', 'a pre-registration is not drawn'],
])('%s with %s is refused, by line and field', async (name, _, change, message) => {
  const folder = createTemporaryFolder();
  await cp('examples/festival', folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
  await expect(readRunFolder(folder)).rejects.toThrow(message);
  await expect(readRunFolder(folder)).rejects.toThrow(file);
});
