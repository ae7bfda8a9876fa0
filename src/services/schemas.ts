import { type TSchema, Type } from 'typebox';
import type { Campaign, Market } from '../domain/campaign.ts';
import type { DatedUserInfo, EntryFields, EntrySelection, UserInfo } from '../domain/entry.ts';

/** Pieces that several contracts share. Domain types keep their names; the schema is what crosses the wire. */
export const Id = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
export const FanId = Type.String({ pattern: '^[^#\\s\\u0000-\\u001f]{1,128}$', description: 'globalUserId' });
export const Instant = Type.String({ format: 'date-time', description: 'UTC instant, ISO 8601' });
export const Count = Type.Integer({ minimum: 0 });
export const VerdictName = Type.Union([Type.Literal('PENDING'), Type.Literal('WINNER'), Type.Literal('LOSER'), Type.Literal('WAITLIST')]);
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
export const Nothing = Type.Object({}, { additionalProperties: false });

export const PageQuery = {
  after: Type.Optional(Type.String({ description: 'the `next` of the page before' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
};

export const WaitlistPlaces = Type.Array(Type.Object({ marketId: Id, place: Type.Integer({ minimum: 1 }) }));
export const EntrySelectionSchema = Type.Unsafe<EntrySelection>(
  Type.Object({
    drawId: Type.String(),
    position: Type.Optional(Type.Integer({ minimum: 1, description: 'absent for who took no part in the draw' })),
    marketId: Type.Optional(Id),
    sharedCode: Type.Optional(Type.Literal(true)),
    waitlist: WaitlistPlaces,
  }),
);
export const EntryFieldsSchema = Type.Unsafe<EntryFields>(Type.Record(Type.String(), Type.Unknown()));

const userInfoMembers = {
  globalUserId: FanId,
  memberId: Type.Optional(Type.String()),
  email: Type.String(),
  phoneNumber: Type.Optional(Type.String()),
  firstName: Type.String(),
  lastName: Type.String(),
  postalCode: Type.Optional(Type.String()),
  countryCode: Type.Optional(Type.String()),
  locale: Type.String(),
};
export const UserInfoSchema = Type.Unsafe<UserInfo>(Type.Object(userInfoMembers));
export const DatedUserInfoSchema = Type.Unsafe<DatedUserInfo>(
  Type.Object({ ...userInfoMembers, modifiedAt: Type.Optional({ ...Instant, description: 'when the fan said so: of two the later stands' }) }),
);

/** Checked in full by `domain/campaign-rules.ts`, which names the field that is wrong. */
export const CampaignSchema = Type.Unsafe<Campaign>(Type.Object({ id: Id, slug: Id, name: Type.String() }, { additionalProperties: true }));
export const MarketSchema = Type.Unsafe<Market>(Type.Object({ id: Id, campaignId: Id, name: Type.String() }, { additionalProperties: true }));
