import { describe, expect, test } from 'vitest';
import { campaignFile, fileProblems, marketFile, readFile } from '../support/campaign-files.ts';

type Changes = Readonly<Record<string, unknown>>;
const date = campaignFile().date as Record<string, unknown>;
const event = marketFile('x').event as Record<string, unknown>;

describe('a market', () => {
  test('keeps what its file says', () => {
    const given = {
      state: 'Greater London',
      pricingTiers: [{ name: 'Floor', price: '45.5', currency: 'GBP' }],
      codes: { mode: 'shared', sharedCode: '!~A' },
      capacity: 100_000_000,
      waitlistCapacity: 7,
    };
    expect(readFile({ markets: [marketFile('a', given)] }).markets[0]).toMatchObject({
      ...given,
      id: 'a',
      campaignId: 'summer-tour',
      name: 'a',
      notification: null,
    });
  });

  test.each<[string, Changes, readonly string[]]>([
    ['no list of ids', { event: { ...event, ids: undefined } }, ['markets[0].event.ids: is missing']],
    ['a price in pounds', { pricingTiers: [{ name: 'Floor', price: '45', currency: 'GBP' }] }, []],
    ['as many prices as can be', { pricingTiers: Array(100).fill({ name: 'Floor', price: '45', currency: 'GBP' }) }, []],
    [
      'more prices than that',
      { pricingTiers: Array(101).fill({ name: 'Floor', price: '45', currency: 'GBP' }) },
      ['markets[0].pricingTiers: must have at most 100 items'],
    ],
    ['no event', { event: undefined }, ['markets[0].event: is missing']],
    ['no codes', { codes: undefined }, ['markets[0].codes: is missing; { mode: unique } or { mode: shared, sharedCode: … }']],
    ['codes of no kind', { codes: {} }, ['markets[0].codes.mode: is missing']],
    ['no ids', { event: { ...event, ids: [] } }, ['markets[0].event.ids: must not be empty']],
    ['a date in words', { event: { ...event, date: 'soon' } }, ['markets[0].event.date: must be a date and time with its zone, such as 2027-02-01T10:00:00Z']],
    ['no presale', { event: { ...event, presaleDateTime: undefined } }, ['markets[0].event.presaleDateTime: is missing']],
    [
      'a presale before the close',
      { event: { ...event, presaleDateTime: '2027-02-08T09:59:59Z' } },
      ["markets[0].event.presaleDateTime: must not be before the campaign's close"],
    ],
    ['a presale at the close', { event: { ...event, presaleDateTime: date.close } }, []],
    ['a presale at the end', { event: { ...event, presaleDateTime: date.presaleEnd } }, []],
    [
      'a presale after the end',
      { event: { ...event, presaleDateTime: '2027-02-14T10:00:01Z' } },
      ["markets[0].event.presaleDateTime: must not be after the campaign's presaleEnd"],
    ],
    ['an event at its presale', { event: { ...event, date: event.presaleDateTime } }, []],
    ...['45,50', '45.', '.5', '45.12345', '1234567890', ' x45', '45x', '-1'].map((price): [string, Changes, readonly string[]] => [
      `the price ${price}`,
      { pricingTiers: [{ name: 'Floor', price, currency: 'GBP' }] },
      ['markets[0].pricingTiers[0].price: must be an amount such as "45.50"'],
    ]),
    ...['gbp', 'GB', 'GBPS', '£'].map((currency): [string, Changes, readonly string[]] => [
      `the currency ${currency}`,
      { pricingTiers: [{ name: 'Floor', price: '123456789.1234', currency }] },
      ['markets[0].pricingTiers[0].currency: must be a currency of ISO 4217, such as GBP'],
    ]),
    ...['A B', 'x'.repeat(65), 'é'].map((sharedCode): [string, Changes, readonly string[]] => [
      `the shared code ${sharedCode}`,
      { codes: { mode: 'shared', sharedCode } },
      ['markets[0].codes.sharedCode: must be 1 to 64 visible ASCII characters without spaces'],
    ]),
    ['a mistyped key', { timzone: 'Europe/London' }, ['markets[0].timzone: is not a known key; did you mean "timezone"?']],
    ['a mistyped key of its event', { event: { ...event, venu: 'x' } }, ['markets[0].event.venu: is not a known key; did you mean "venue"?']],
    ['more places than any', { capacity: 100_000_001 }, ['markets[0].capacity: must be a whole number from 0 to 100000000']],
    ['a waitlist in words', { waitlistCapacity: 'many' }, ['markets[0].waitlistCapacity: must be a whole number from 0 to 100000000']],
  ])('%s', (_, changes, expected) => {
    expect(fileProblems({ markets: [marketFile('a', changes)] })).toEqual(expected);
  });
});
