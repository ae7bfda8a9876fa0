import type { CampaignDates, Market, MarketEvent } from './campaign.ts';
import { country, id, instant, integer, oneOf, text, textLike, timezone, webAddress } from './field-readings.ts';
import type { Fields } from './file-fields.ts';

export const MARKET_KEYS = ['id', 'name', 'city', 'state', 'country', 'timezone', 'event', 'pricingTiers', 'codes', 'capacity', 'waitlistCapacity'] as const;
const EVENT_KEYS = ['ids', 'date', 'presaleDateTime', 'venue', 'link', 'ticketer'];
const CODE_KEYS = ['mode', 'sharedCode'];
const TIER_KEYS = ['name', 'price', 'currency'];

/** More than any arena holds, and far below where counting ends. */
const MAX_CAPACITY = 100_000_000;

const price = textLike(/^\d{1,9}(\.\d{1,4})?$/, 'must be an amount such as "45.50"');
const currency = textLike(/^[A-Z]{3}$/, 'must be a currency of ISO 4217, such as GBP');
// It is typed by people at a till or in a shop, and travels in mails and files.
const sharedCode = textLike(/^[\x21-\x7e]{1,64}$/, 'must be 1 to 64 visible ASCII characters without spaces');

/** One market of a campaign file. */
export const readMarket = (fields: Fields, campaignId: string, dates: CampaignDates): Market => ({
  id: fields.take('id', id),
  campaignId,
  name: fields.take('name', text()),
  city: fields.take('city', text()),
  state: fields.take('state', text(), null),
  country: fields.take('country', country),
  timezone: fields.take('timezone', timezone),
  event: readEvent(fields, dates),
  pricingTiers: fields.each(
    'pricingTiers',
    TIER_KEYS,
    { min: 0, max: 100 },
    (tier) => ({ name: tier.take('name', text()), price: tier.take('price', price), currency: tier.take('currency', currency) }),
    [],
  ),
  codes: readCodes(fields),
  capacity: fields.take('capacity', integer(0, MAX_CAPACITY)),
  waitlistCapacity: fields.take('waitlistCapacity', integer(0, MAX_CAPACITY), 0),
  notification: null,
});

const NO_EVENT: MarketEvent = { ids: [], date: '', presaleDateTime: '', venue: '', link: '', ticketer: '' };

const readEvent = (market: Fields, dates: CampaignDates): MarketEvent => {
  const fields = market.below('event', EVENT_KEYS);
  if (fields === null) {
    market.report('is missing', 'event');
    return NO_EVENT;
  }
  const event: MarketEvent = {
    ids: fields.list('ids', text(100), { min: 1, max: 100 }),
    date: fields.take('date', instant),
    presaleDateTime: fields.take('presaleDateTime', instant),
    venue: fields.take('venue', text()),
    link: fields.take('link', webAddress),
    ticketer: fields.take('ticketer', text()),
  };
  if (isBefore(event.date, event.presaleDateTime)) fields.report('must not be before presaleDateTime', 'date');
  if (isBefore(event.presaleDateTime, dates.close)) fields.report("must not be before the campaign's close", 'presaleDateTime');
  if (isBefore(dates.presaleEnd, event.presaleDateTime)) fields.report("must not be after the campaign's presaleEnd", 'presaleDateTime');
  return event;
};

const readCodes = (market: Fields): Market['codes'] => {
  const fields = market.below('codes', CODE_KEYS);
  if (fields === null) {
    market.report('is missing; { mode: unique } or { mode: shared, sharedCode: … }', 'codes');
    return { mode: 'unique' };
  }
  const mode = fields.take('mode', oneOf('unique', 'shared'));
  if (mode === 'shared') return { mode, sharedCode: fields.take('sharedCode', sharedCode) };
  if (fields.has('sharedCode')) fields.report('is only for the mode shared', 'sharedCode');
  return { mode };
};

/** False while either is unknown, so that one mistake is reported once. */
const isBefore = (a: string, b: string): boolean => a !== '' && b !== '' && a < b;
