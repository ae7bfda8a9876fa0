import type { Gate, Market } from './campaign.ts';
import type { EntryFields, EntryItem, EntryValue } from './entry.ts';
import { erasedFan } from './erased-fan.ts';
import type { PipelineRecord, PipelineSource, RegistrationChange } from './pipeline-record.ts';

type SourceOf<Type extends PipelineSource['type']> = Extract<PipelineSource, { readonly type: Type }>;

/** What is published of a change. Schemas: schemas/pipeline; a test holds these functions against them. */
export const formatRecord = (source: PipelineSource): PipelineRecord => {
  switch (source.type) {
    case 'CAMPAIGN':
      return { type: source.type, key: source.data.id, value: campaignValue(source) };
    case 'MARKET':
      return { type: source.type, key: source.data.id, value: marketValue(source) };
    case 'EVENT_MAPPING':
      return { type: source.type, key: source.data.id, value: eventMappingValue(source) };
    case 'REGISTRATION':
      return { type: source.type, key: registrationKey(source.data.item), value: registrationValue(source) };
    case 'REGISTERED_MARKET':
      return { type: source.type, key: source.data.marketId, value: registeredMarketValue(source) };
  }
};

/** Records of a campaign's registrations share the prefix `<campaignId>/`. */
export const registrationKey = ({ campaignId, globalUserId }: Pick<EntryItem, 'campaignId' | 'globalUserId'>): string => `${campaignId}/${globalUserId}`;

const changed = (type: string, key: string, at: string, isDeleted = false) => ({ id: `${type}:${key}:${at}${isDeleted ? ':deleted' : ''}`, timestamp: at });
/** Only of what is gone, so that records of what is there look as they always did. */
const gone = (isDeleted: true | undefined) => (isDeleted === true ? { isDeleted } : {});

export const campaignValue = ({ at, data }: SourceOf<'CAMPAIGN'>) => ({
  campaignId: data.id,
  slug: data.slug,
  name: data.name,
  status: data.status,
  artist: data.artist,
  tour: data.tour,
  referenceTimezone: data.referenceTimezone,
  open: data.date.open,
  close: data.date.close,
  presaleStart: data.date.presaleStart,
  presaleEnd: data.date.presaleEnd,
  reminders: [...data.date.reminders],
  locales: [...data.locales],
  gates: gateKinds(data.gate),
  preferences: data.preferences.map(({ key, type, is_optional }) => ({ key, type, isOptional: is_optional ?? false })),
  marketIds: [...data.marketIds],
  selectionMethod: data.selection.method,
  maxLots: data.selection.maxLots,
  minScore: data.selection.minScore,
  maxMarkets: data.options.maxMarkets,
  automatedReminders: data.options.automatedReminders,
  showAccessCode: data.options.showAccessCode,
  dedupe: changed('CAMPAIGN', data.id, at),
});

const GATE_KINDS = ['inviteOnly', 'geo', 'linkedCampaign', 'idv', 'card', 'linkedAccount'] as const satisfies readonly (keyof Gate)[];
const gateKinds = (gate: Gate | null) => GATE_KINDS.filter((kind) => gate?.[kind] !== undefined);

const eventOf = ({ event }: Pick<Market, 'event'>) => ({
  eventIds: [...event.ids],
  eventDate: event.date,
  presaleDateTime: event.presaleDateTime,
  venue: event.venue,
  ticketer: event.ticketer,
});

/** The shared code of a market is an access code: it is not published. */
export const marketValue = ({ at, isDeleted, data }: SourceOf<'MARKET'>) => ({
  marketId: data.id,
  campaignId: data.campaignId,
  name: data.name,
  city: data.city,
  state: data.state,
  country: data.country,
  timezone: data.timezone,
  ...eventOf(data),
  link: data.event.link,
  pricingTiers: data.pricingTiers.map(({ name, price, currency }) => ({ name, price, currency })),
  codesMode: data.codes.mode,
  capacity: data.capacity,
  waitlistCapacity: data.waitlistCapacity,
  reminderDueAt: data.notification?.dueAt ?? null,
  reminderPlannedAt: data.notification?.plannedAt ?? null,
  ...gone(isDeleted),
  dedupe: changed('MARKET', data.id, at, isDeleted),
});

export const eventMappingValue = ({ at, isDeleted, data }: SourceOf<'EVENT_MAPPING'>) => ({
  marketId: data.id,
  campaignId: data.campaignId,
  ...eventOf(data),
  ...gone(isDeleted),
  dedupe: changed('EVENT_MAPPING', data.id, at, isDeleted),
});

export const registeredMarketValue = ({ at, data }: SourceOf<'REGISTERED_MARKET'>) => ({
  marketId: data.marketId,
  campaignId: data.campaignId,
  entrants: data.entrants,
  winners: data.winners,
  codes: data.codes,
  dedupe: changed('REGISTERED_MARKET', data.marketId, at),
});

/** Of a removed entry nothing is published but that it is gone. */
export const registrationValue = ({ at, data: { isDeleted, item } }: SourceOf<'REGISTRATION'>) => ({
  campaignId: item.campaignId,
  globalUserId: item.globalUserId,
  isDeleted,
  markets: isDeleted ? [] : [...item.rankedMarkets],
  answers: isDeleted ? {} : impersonalAnswers(item.entry),
  verdict: item.verdict,
  drawId: item.selection?.drawId ?? null,
  position: item.selection?.position ?? null,
  wonMarketId: item.selection?.marketId ?? null,
  waitlist: (item.selection?.waitlist ?? []).map(({ marketId, place }) => ({ marketId, place })),
  linkedFrom: item.linkedFrom ?? null,
  version: item.version,
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  dedupe: { id: registrationDedupeId(isDeleted, item), timestamp: at },
});

const NO_TIME = '1970-01-01T00:00:00.000Z';

/** What stays of a published record of an erased fan: that something was published about somebody of this campaign. `id` keeps it apart from others. */
export const erasedRegistration = (campaignId: string, id: string) => {
  const globalUserId = erasedFan(id);
  const key = registrationKey({ campaignId, globalUserId });
  const item = { campaignId, globalUserId, entry: {}, rankedMarkets: [], verdict: 'PENDING', version: 1, createdAt: NO_TIME, updatedAt: NO_TIME } as const;
  const value = registrationValue({ type: 'REGISTRATION', at: NO_TIME, data: { isDeleted: true, item } });
  return { key, value };
};

/** A replayed change has another time of day, but the same life of the entry and the same version. */
const registrationDedupeId = (isDeleted: boolean, item: RegistrationChange['item']): string =>
  `REGISTRATION:${registrationKey(item)}:${item.createdAt}:${item.version}${isDeleted ? ':deleted' : ''}`;

type ImpersonalValue = Exclude<EntryValue, string>;

/** Choices, numbers, yes and no. A text may hold an address, a name or a postal code, so none is published. */
const impersonalAnswers = (entry: EntryFields): Record<string, ImpersonalValue> => {
  const answers: Record<string, ImpersonalValue> = {};
  for (const [key, value] of Object.entries(entry)) {
    if (typeof value !== 'string') answers[key] = value;
  }
  return answers;
};
