import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign.ts';
import { campaignRefusal, checkAnswers, checkFan, postalCodeOf } from '../../src/domain/eligibility.ts';
import type { EntryFields } from '../../src/domain/entry.ts';
import { checkUserInfo } from '../../src/domain/user-info-rules.ts';
import { openCampaign } from '../support/campaign-files.ts';

const ann = { globalUserId: 'fan-1', email: 'Ann@Example.org', firstName: 'Ann', lastName: 'Lee' };
const entry = { markets: ['paris-1'], tickets: 2 };

describe('a campaign takes registrations', () => {
  test.each<[string, Campaign['status'], string, string | undefined]>([
    ['from the very moment of its opening', 'OPEN', '2027-02-01T10:00:00.000Z', undefined],
    ['not a millisecond before', 'OPEN', '2027-02-01T09:59:59.999Z', 'CAMPAIGN_NOT_OPEN'],
    ['to the last millisecond before the close', 'OPEN', '2027-02-08T09:59:59.999Z', undefined],
    ['not at the close', 'OPEN', '2027-02-08T10:00:00.000Z', 'CAMPAIGN_CLOSED'],
    ['not as a draft', 'DRAFT', '2027-02-02T00:00:00.000Z', 'CAMPAIGN_NOT_OPEN'],
    ['not in preview', 'PREVIEW', '2027-02-02T00:00:00.000Z', 'CAMPAIGN_NOT_OPEN'],
    ['not once it was closed by hand', 'CLOSED', '2027-02-02T00:00:00.000Z', 'CAMPAIGN_CLOSED'],
  ])('%s', (_, status, now, reason) => {
    expect(campaignRefusal(openCampaign({ status }), Date.parse(now))?.reason).toBe(reason);
  });
});

test('at its close, a campaign says since when it is closed', () => {
  const { date } = openCampaign().campaign;
  expect(campaignRefusal(openCampaign({ status: 'CLOSED' }), Date.parse(date.close))?.detail).toEqual({ closedAt: date.close });
  expect(campaignRefusal(openCampaign({ status: 'CLOSED' }), Date.parse(date.close) - 1)).not.toHaveProperty('detail');
});

test('whatever status and instant, a campaign takes registrations if it is open, from its opening to before its close', () => {
  const { date } = openCampaign().campaign;
  const [open, close] = [Date.parse(date.open), Date.parse(date.close)];
  const instant = fc.oneof(
    fc.integer({ min: open - 5, max: open + 5 }),
    fc.integer({ min: close - 5, max: close + 5 }),
    fc.integer({ min: 0, max: 2 * close }),
  );
  fc.assert(
    fc.property(fc.constantFrom('DRAFT', 'PREVIEW', 'OPEN', 'CLOSED'), instant, (status, now) => {
      const refusal = campaignRefusal(openCampaign({ status }), now);
      expect(refusal === null).toBe(status === 'OPEN' && open <= now && now < close);
      if (refusal !== null) expect(refusal).toMatchObject({ isEligible: false, campaignId: 'summer-tour' });
      // An instant is told where it is the cause: not one that is still to come of what was closed by hand, and none of a draft.
      if (refusal?.reason === 'CAMPAIGN_NOT_OPEN') expect(refusal.detail).toEqual(now < open && status !== 'DRAFT' ? { opensAt: date.open } : undefined);
      if (refusal?.reason === 'CAMPAIGN_CLOSED') expect(refusal.detail).toEqual(now >= close ? { closedAt: date.close } : undefined);
    }),
  );
});

describe('what is known of the fan', () => {
  test('is stored normalised', () => {
    const { userInfo, invalid } = checkFan(openCampaign(), {
      ...ann,
      lastName: '  van  Dijk ',
      postalCode: 'sw1a1aa',
      countryCode: 'gb',
      locale: 'EN-gb',
      phoneNumber: ' 07700 900123 ',
      memberId: null,
    });
    expect(invalid).toEqual([]);
    expect(userInfo).toEqual({
      globalUserId: 'fan-1',
      email: 'ann@example.org',
      firstName: 'Ann',
      lastName: 'van Dijk',
      postalCode: 'SW1A 1AA',
      countryCode: 'GB',
      locale: 'en-GB',
      phoneNumber: '07700 900123',
    });
  });

  test("speaks the campaign's first language where nothing else is said", () => {
    expect(checkFan(openCampaign({ locales: ['fr', 'en'] }), ann).userInfo.locale).toBe('fr');
  });

  test.each([
    ['globalUserId', 'fan 1', 'format'],
    ['globalUserId', 'a#b', 'format'],
    ['globalUserId', '', 'required'],
    ['globalUserId', 7, 'format'],
    ['email', 'ann', 'format'],
    ['firstName', null, 'required'],
    ['lastName', 'Lee\u0000', 'characters'],
    ['countryCode', 'UK', 'format'],
    ['locale', 'not a language', 'format'],
    ['memberId', ['M-1'], 'type'],
  ])('%s %j is refused', (field, value, rule) => {
    expect(checkFan(openCampaign(), { ...ann, [field]: value }).invalid).toEqual([{ field: `userInfo.${field}`, rule }]);
  });

  test('a postal code that its country does not know is kept as it is: only a campaign that asks for one holds it to the rule', () => {
    expect(checkFan(openCampaign(), { ...ann, countryCode: 'DE', postalCode: 'E2 8DP' })).toMatchObject({ invalid: [], userInfo: { postalCode: 'E2 8DP' } });
  });
});

describe('what is known of the fan, field by field', () => {
  const invalidOf = (changes: Readonly<Record<string, unknown>>) => checkUserInfo({ ...ann, ...changes }, ['en']).invalid;
  const userInfoOf = (changes: Readonly<Record<string, unknown>>) => checkUserInfo({ ...ann, ...changes }, ['en']).userInfo;

  test('has what was said, and no fields for what was not', () => {
    const normal = { ...ann, email: 'ann@example.org', locale: 'en' };
    expect(userInfoOf({})).toStrictEqual(normal);
    const rest = { memberId: 'M-1', phoneNumber: '07700 900123', countryCode: 'GB', postalCode: 'SW1A 1AA', locale: 'fr' };
    expect(userInfoOf({ ...rest, countryCode: ' gb ', memberId: ' M-1 ', locale: ' FR ' })).toStrictEqual({ ...normal, ...rest });
    expect(checkUserInfo(ann, []).userInfo.locale).toBe('en');
  });

  test.each(['globalUserId', 'email', 'firstName', 'lastName'])('%s has to be known', (field) => {
    for (const nothing of [undefined, null, '', ' ']) expect(invalidOf({ [field]: nothing })).toEqual([{ field: `userInfo.${field}`, rule: 'required' }]);
  });

  test.each(['memberId', 'phoneNumber', 'countryCode', 'postalCode', 'locale'])(
    '%s may be unknown, but is no number and has no control characters',
    (field) => {
      for (const nothing of [undefined, null, '', ' ']) expect(invalidOf({ [field]: nothing })).toEqual([]);
      expect(invalidOf({ [field]: 7 })).toEqual([{ field: `userInfo.${field}`, rule: 'type' }]);
      expect(invalidOf({ [field]: 'a\u0007' })).toEqual([{ field: `userInfo.${field}`, rule: 'characters' }]);
    },
  );

  test.each(['memberId', 'phoneNumber', 'postalCode'])('%s has 64 characters at most', (field) => {
    expect(invalidOf({ [field]: 'x'.repeat(64) })).toEqual([]);
    expect(invalidOf({ [field]: 'x'.repeat(65) })).toEqual([{ field: `userInfo.${field}`, rule: 'too_long' }]);
  });

  test('a language has 64 characters at most', () => {
    const long = `en-x-${'abcdefg-'.repeat(7)}`;
    expect(userInfoOf({ locale: `${long}abc` }).locale).toBe(`${long}abc`);
    expect(invalidOf({ locale: `${long}abcd` })).toEqual([{ field: 'userInfo.locale', rule: 'format' }]);
  });
});

describe("a fan's postal code, for the gate", () => {
  const [markets, zip, name] = [
    { key: 'markets', type: 'markets' },
    { key: 'code', type: 'zip' },
    { key: 'name', type: 'name' },
  ] as const;
  const campaign = openCampaign({ preferences: [markets, name, zip] });
  const fan = checkFan(campaign, ann).userInfo;

  test('is the one of the profile, or else the one in the form', () => {
    expect(postalCodeOf(campaign, { ...fan, postalCode: 'N1' }, { code: 'E2 8DP' })).toBe('N1');
    expect(postalCodeOf(campaign, fan, { code: ' e2  8dp', name: 'Ann' })).toBe('E2 8DP');
    expect(postalCodeOf(campaign, { ...fan, countryCode: 'GB' }, { code: 'e28dp' })).toBe('E2 8DP');
    expect(postalCodeOf(campaign, { ...fan, countryCode: 'DE' }, { code: 'e28dp' })).toBe('e28dp');
  });

  test.each([{}, { code: '' }, { code: '  ' }, { code: 7 }, { name: 'Ann' }])('is none in %j', (entry) => {
    expect(postalCodeOf(campaign, fan, entry)).toBeUndefined();
  });

  test('is none where the form asks for none, nor one that every object has', () => {
    expect(postalCodeOf(openCampaign({ preferences: [markets] }), fan, { code: 'E2 8DP', undefined: 'N1' })).toBeUndefined();
    const odd = openCampaign({ preferences: [markets, { key: 'toString', type: 'zip' }] });
    expect(postalCodeOf(odd, fan, {})).toBeUndefined();
    expect(postalCodeOf(odd, fan, Object.create({ toString: 'E2 8DP' }))).toBeUndefined();
  });
});

describe('answers', () => {
  test('invalid answers and what is invalid of the fan are told together, the first on top', () => {
    const campaign = openCampaign();
    const checked = checkAnswers(campaign, checkFan(campaign, { ...ann, email: 'x' }), { tickets: 9 });
    const invalid = [
      { field: 'markets', rule: 'required' },
      { field: 'tickets', rule: 'too_big' },
      { field: 'userInfo.email', rule: 'format' },
    ];
    expect(checked).toEqual({
      refusal: { isEligible: false, reason: 'INVALID_ENTRY', campaignId: 'summer-tour', detail: { field: 'markets', rule: 'required', invalid } },
    });
  });

  test('what is no object is refused as a whole', () => {
    const campaign = openCampaign();
    expect(checkAnswers(campaign, checkFan(campaign, ann), null)).toMatchObject({ refusal: { detail: { field: 'entry', rule: 'type' } } });
  });

  test("the fan's phone number is stored as it was parsed, where the campaign asks for it", () => {
    const campaign = openCampaign({
      preferences: [
        { key: 'markets', type: 'markets' },
        { key: 'phone', type: 'phone' },
      ],
    });
    const fan = checkFan(campaign, { ...ann, countryCode: 'DE', phoneNumber: '0171 3920012' });
    expect(checkAnswers(campaign, fan, { markets: ['paris-1'], phone: '0171 3920012' })).toMatchObject({
      fields: { phone: '+491713920012' },
      userInfo: { phoneNumber: '+491713920012' },
    });
  });

  test("the fan's phone number stays as it is where the form has another, or none", () => {
    const campaign = openCampaign({
      preferences: [
        { key: 'markets', type: 'markets' },
        { key: 'phone', type: 'phone', is_optional: true },
      ],
    });
    const fan = checkFan(campaign, { ...ann, countryCode: 'DE', phoneNumber: '0171 3920012' });
    const markets = ['paris-1'];
    const phoneIn = (entry: Readonly<Record<string, unknown>> | null, inherited?: EntryFields) => {
      const checked = checkAnswers(campaign, fan, entry, inherited);
      return 'userInfo' in checked ? checked.userInfo.phoneNumber : checked.refusal.reason;
    };
    expect(phoneIn({ markets, phone: ' 0171 3920012 ' })).toBe('+491713920012');
    expect(phoneIn({ markets, phone: '0171 3920013' })).toBe('0171 3920012');
    expect(phoneIn({ markets })).toBe('0171 3920012');
    expect(phoneIn({ markets }, { phone: '+491713920012' })).toBe('0171 3920012');
    const noPhone = checkFan(campaign, ann);
    expect(checkAnswers(campaign, noPhone, { markets, phone: '+44 20 7946 0018' })).not.toHaveProperty('userInfo.phoneNumber');
  });

  test('a campaign that was changed is not checked by its old rules', () => {
    const before = openCampaign();
    const after = { ...before, campaign: { ...before.campaign, preferences: [{ key: 'markets', type: 'markets' } as const] } };
    expect(checkAnswers(before, checkFan(before, ann), entry)).toHaveProperty('fields');
    expect(checkAnswers(after, checkFan(after, ann), entry)).toMatchObject({ refusal: { detail: { field: 'tickets', rule: 'unknown_field' } } });
  });
});
