import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isObjectType,
  Kind,
  parse,
  specifiedScalarTypes,
  type TypeNode,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Campaign, InviteKey, Preference, SelectionMethod } from '../../src/domain/campaign.ts';
import type { Eligibility, IneligibleReason } from '../../src/domain/eligibility.ts';
import type { UserInfo, Verdict } from '../../src/domain/entry.ts';
import { createSchema } from '../../src/server/graphql/schema.ts';
import { resolvers } from '../../src/topology.ts';
import type { PublicCampaign, PublicGate, PublicMarket } from '../../src/workers/registration/read-campaign.ts';
import { readCampaign } from '../../src/workers/registration/read-campaign.ts';
import type { ShownEntry } from '../../src/workers/registration/read-entry.ts';
import type { Registration } from '../../src/workers/registration/upsert-entry.ts';
import type { Withdrawal } from '../../src/workers/registration/withdraw-entry.ts';
import { openFrontDoor } from '../support/front-door.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const schema = createSchema(async () => null);

type KeyOf<T> = T extends unknown ? keyof T & string : never;
/** All of a type's members by name, which the compiler holds complete. */
type All<Name extends string> = Readonly<Record<Name, true>>;

const enums = {
  Verdict: { PENDING: true, WINNER: true, WAITLIST: true, LOSER: true } satisfies All<Verdict>,
  Reason: {
    CAMPAIGN_NOT_FOUND: true,
    CAMPAIGN_NOT_OPEN: true,
    CAMPAIGN_CLOSED: true,
    INVALID_ENTRY: true,
    INELIGIBLE_ENTRY: true,
    NO_INVITE: true,
    LINKED_ENTRY: true,
    GEO_RESTRICTED: true,
    IDV_REQUIRED: true,
    INTERNAL_SERVER_ERROR: true,
  } satisfies All<IneligibleReason>,
  CampaignStatus: { DRAFT: true, PREVIEW: true, OPEN: true, CLOSED: true } satisfies All<Campaign['status']>,
  InviteKey: { email: true, globalUserId: true, memberId: true } satisfies All<InviteKey>,
  SelectionMethod: { random: true, weighted: true, score: true } satisfies All<SelectionMethod>,
  PreferenceType: {
    email: true,
    phone: true,
    name: true,
    zip: true,
    opt_in: true,
    markets: true,
    ticket_count: true,
    boolean_select: true,
    freeform_text: true,
    checklist: true,
    promoterOptIns: true,
  } satisfies All<Preference['type']>,
  CodeMode: { unique: true, shared: true } satisfies All<PublicMarket['codes']['mode']>,
};

/** Members that workers answer with, and that are not shown. */
const hidden: Readonly<Record<string, readonly string[]>> = { Market: ['campaignId'] };

const types = {
  Eligibility: { isEligible: true, reason: true, detail: true, campaignId: true, fields: true, linkedCampaignId: true } satisfies All<KeyOf<Eligibility>>,
  Registration: {
    isEligible: true,
    reason: true,
    detail: true,
    campaignId: true,
    ref: true,
    version: true,
    createdAt: true,
    updatedAt: true,
  } satisfies All<KeyOf<Registration>>,
  Withdrawal: { isWithdrawn: true, reason: true, campaignId: true } satisfies All<KeyOf<Withdrawal>>,
  Entry: {
    campaignId: true,
    globalUserId: true,
    entry: true,
    verdict: true,
    accessCode: true,
    ref: true,
    version: true,
    createdAt: true,
    updatedAt: true,
  } satisfies All<KeyOf<ShownEntry>>,
  Campaign: {
    id: true,
    slug: true,
    name: true,
    status: true,
    artist: true,
    tour: true,
    referenceTimezone: true,
    date: true,
    locales: true,
    gate: true,
    preferences: true,
    marketIds: true,
    markets: true,
    selection: true,
    options: true,
  } satisfies All<KeyOf<PublicCampaign>>,
  Gate: { inviteOnly: true, geo: true, linkedCampaign: true, asksForIdentity: true, asksForProfile: true } satisfies All<KeyOf<PublicGate>>,
  Market: {
    id: true,
    campaignId: true,
    name: true,
    city: true,
    state: true,
    country: true,
    timezone: true,
    event: true,
    pricingTiers: true,
    capacity: true,
    waitlistCapacity: true,
    codes: true,
  } satisfies All<KeyOf<PublicMarket>>,
  UserInfoInput: {
    globalUserId: true,
    memberId: true,
    email: true,
    phoneNumber: true,
    firstName: true,
    lastName: true,
    postalCode: true,
    countryCode: true,
    locale: true,
  } satisfies All<KeyOf<UserInfo>>,
};

const fieldsOf = (type: GraphQLNamedType | undefined): readonly string[] => (type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : []);

describe('the schema and the workers', () => {
  test.each(Object.entries(enums))('%s has the values of its rule', (name, values) => {
    const type = schema.getType(name);
    expect(
      isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .sort()
        : null,
    ).toEqual(Object.keys(values).sort());
  });

  test.each(Object.entries(types))('%s has the members that workers answer with', (name, members) => {
    const shown = Object.keys(members).filter((member) => hidden[name]?.includes(member) !== true);
    expect([...fieldsOf(schema.getType(name))].sort()).toEqual(shown.sort());
  });

  test.each(['Query', 'Mutation'] as const)('each field of %s has its pipeline of workers', (name) => {
    expect([...fieldsOf(schema.getType(name))].sort()).toEqual(Object.keys(resolvers[name]).sort());
  });

  test('a campaign with everything in it is answered whole', async () => {
    const markets = [market({ codes: { mode: 'shared', sharedCode: 'SHARED-SECRET' } }), market({ id: 'paris-1' })];
    const known = summerTour({
      campaign: {
        status: 'OPEN',
        tour: 'Tour',
        gate: { inviteOnly: 'email', geo: { allowCountries: ['GB'], denyCountries: ['FR'], postalPrefixes: ['N1'] }, linkedCampaign: 'winter-tour' },
        selection: {
          ...{ method: 'weighted', maxLots: 5, minScore: null },
          priorityGroups: [
            { id: 'members', name: { en: 'Members', fr: 'Membres' }, minScore: 987 },
            { id: 'others', minScore: 0 },
          ],
          publicRandomness: { kind: 'text', announced: 'the lottery of Saturday' },
        },
        preferences: [
          { key: 'markets', type: 'markets', label: { en: 'Cities', fr: 'Villes' } },
          { key: 'note', type: 'freeform_text', minLength: 0, maxLength: 10, label: 'Note' },
          { key: 'days', type: 'checklist', min: 0, max: 1, items: [{ id: 'sat', label: { en: 'Saturday' } }] },
        ],
      },
      markets,
    });
    const { ask } = await openFrontDoor({
      workers: {
        readCampaign: ({ arguments: { slug } }) =>
          readCampaign(
            { arguments: { slug }, caller: null, previous: null },
            {
              services: { campaignCache: { get: async () => known }, campaignStore: { campaignBySlug: async () => known } } as never,
              log: silentLog,
              clock: createSetClock(),
              correlationId: 'c',
            },
          ),
      },
    });
    const { errors, data, text } = await ask({ query: `{ campaign(slug: "summer-tour") ${everything(schema.getType('Campaign'))} }` }, { token: null });
    expect(errors).toBeUndefined();
    expect(text).not.toContain('SHARED-SECRET');
    expect(text).not.toContain('987');
    expect(data).toMatchObject({
      campaign: {
        preferences: [{ key: 'markets', label: '{"en":"Cities","fr":"Villes"}' }, { label: '"Note"' }, { items: [{ id: 'sat', label: '{"en":"Saturday"}' }] }],
        gate: { inviteOnly: 'email', geo: { allowCountries: ['GB'] }, asksForIdentity: false },
        selection: {
          priorityGroups: [
            { id: 'members', name: '{"en":"Members","fr":"Membres"}' },
            { id: 'others', name: null },
          ],
          publicRandomness: '{"kind":"text","announced":"the lottery of Saturday"}',
        },
        markets: [
          { id: 'london-1', codes: { mode: 'shared' } },
          { id: 'paris-1', codes: { mode: 'unique' } },
        ],
      },
    });
  });
});

/** A selection of every field, all the way down. */
const everything = (type: GraphQLNamedType | undefined): string => {
  if (!isObjectType(type)) return '';
  const fields = Object.values((type as GraphQLObjectType).getFields()).map((field) => `${field.name} ${everything(getNamedType(field.type))}`);
  return `{ ${fields.join(' ')} }`;
};

test('AppSync takes the file: what it does not declare are scalars that AppSync knows, and it uses no directive', () => {
  const document = parse(readFileSync('schemas/graphql/registration.graphql', 'utf8'));
  const declared = new Set(document.definitions.flatMap((node) => ('name' in node && node.name !== undefined ? [node.name.value] : [])));
  const used = new Set<string>();
  const directives: string[] = [];
  visit(document, {
    [Kind.NAMED_TYPE]: (node: TypeNode & { kind: typeof Kind.NAMED_TYPE }) => {
      used.add(node.name.value);
    },
    [Kind.DIRECTIVE]: (node) => {
      directives.push(node.name.value);
    },
  });
  // AWS AppSync developer guide, "Scalar types in AWS AppSync".
  const known = new Set(['AWSDate', 'AWSTime', 'AWSDateTime', 'AWSTimestamp', 'AWSEmail', 'AWSJSON', 'AWSURL', 'AWSPhone', 'AWSIPAddress']);
  for (const { name } of specifiedScalarTypes) known.add(name);
  expect([...used].filter((name) => !declared.has(name) && !known.has(name))).toEqual([]);
  expect([...declared].filter((name) => known.has(name))).toEqual([]);
  expect(directives).toEqual([]);
});
