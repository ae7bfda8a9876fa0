import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gate } from '../../src/domain/campaign.ts';
import { canJudge, type GateFacts, type GateRequest, type GateStep, nextGateStep } from '../../src/domain/gate-rules.ts';

const request = (changes: Partial<GateRequest['userInfo']> = {}, rest: Partial<GateRequest> = {}): GateRequest => ({
  userInfo: { globalUserId: 'fan-1', email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', ...changes },
  postalCode: undefined,
  doTransfer: false,
  emailIsVerified: true,
  ...rest,
});

/** Asks the gate as the worker does, with all facts at hand; answers the decision and what was asked for. */
const decide = (gate: Gate, asked: GateRequest, known: Required<GateFacts>): { readonly decision: GateStep; readonly questions: readonly string[] } => {
  const questions: string[] = [];
  let facts: GateFacts = {};
  while (true) {
    const step = nextGateStep(gate, asked, facts);
    if (step.step !== 'ask') return { decision: step, questions };
    const { fact } = step.question;
    questions.push(fact);
    if (questions.length > 10) throw new Error(`asked for ${fact} again and again`);
    facts = { ...facts, [fact]: known[fact] };
  }
};

const nothing: Required<GateFacts> = { holdsLinkedEntry: false, invited: false, idvTier: null, attributes: {} };
const outcome = (gate: Gate, asked: GateRequest, known: Partial<GateFacts> = {}): string => {
  const { decision } = decide(gate, asked, { ...nothing, ...known });
  return decision.step === 'refused' ? decision.reason : decision.step === 'passed' ? `passed ${decision.transferFrom}` : 'ask';
};

describe('places', () => {
  test.each<[string, Gate['geo'], GateRequest, string]>([
    ['an allowed country', { allowCountries: ['GB'] }, request({ countryCode: 'GB' }), 'passed null'],
    ['another country', { allowCountries: ['GB'] }, request({ countryCode: 'IE' }), 'GEO_RESTRICTED'],
    ['a denied country', { denyCountries: ['CA'] }, request({ countryCode: 'CA' }), 'GEO_RESTRICTED'],
    ['a country that is not denied', { denyCountries: ['CA'] }, request({ countryCode: 'GB' }), 'passed null'],
    ['no country', { denyCountries: ['CA'] }, request(), 'GEO_RESTRICTED'],
    ['a postal code with the prefix, however it is written', { postalPrefixes: ['sw1a 1'] }, request({}, { postalCode: 'SW1A 1AA' }), 'passed null'],
    ['another postal code', { postalPrefixes: ['SW1'] }, request({}, { postalCode: 'E2 8DP' }), 'GEO_RESTRICTED'],
    ['no postal code', { postalPrefixes: ['SW1'] }, request(), 'GEO_RESTRICTED'],
  ])('%s', (_, geo, asked, expected) => {
    expect(outcome(geo === undefined ? {} : { geo }, asked)).toBe(expected);
  });
});

describe('invites and linked campaigns', () => {
  const linked: Gate = { linkedCampaign: 'fan-club' };
  const both: Gate = { linkedCampaign: 'fan-club', inviteOnly: 'email' };
  test.each<[string, Gate, GateRequest, Partial<GateFacts>, string]>([
    ['invited', { inviteOnly: 'email' }, request(), { invited: true }, 'passed null'],
    ["invited by an address that is the fan's own word", { inviteOnly: 'email' }, request({}, { emailIsVerified: false }), { invited: true }, 'NO_INVITE'],
    ['invited by id, whatever the address', { inviteOnly: 'globalUserId' }, request({}, { emailIsVerified: false }), { invited: true }, 'passed null'],
    ['not invited', { inviteOnly: 'email' }, request(), { invited: false }, 'NO_INVITE'],
    ['a member number that the fan has not', { inviteOnly: 'memberId' }, request(), { invited: true }, 'NO_INVITE'],
    ['a linked entry, with transfer', linked, request({}, { doTransfer: true }), { holdsLinkedEntry: true }, 'passed fan-club'],
    ['a linked entry, without transfer', linked, request(), { holdsLinkedEntry: true }, 'LINKED_ENTRY'],
    ['no linked entry and no invite list', linked, request({}, { doTransfer: true }), {}, 'INELIGIBLE_ENTRY'],
    ['no linked entry, invited', both, request(), { invited: true }, 'passed null'],
    ['no linked entry, not invited', both, request(), {}, 'NO_INVITE'],
    ['a linked entry needs no invite', both, request({}, { doTransfer: true }), { holdsLinkedEntry: true, invited: false }, 'passed fan-club'],
    ['a linked entry without transfer, invited', both, request(), { holdsLinkedEntry: true, invited: true }, 'LINKED_ENTRY'],
  ])('%s', (_, gate, asked, known, expected) => {
    expect(outcome(gate, asked, known)).toBe(expected);
  });

  test('the offer to transfer names the campaign', () => {
    expect(decide(linked, request(), { ...nothing, holdsLinkedEntry: true }).decision).toMatchObject({ linkedCampaignId: 'fan-club' });
  });
});

describe('identity and profile', () => {
  const idv: Gate = { idv: { issuer: 'id.example', jwksUri: 'https://id.example/jwks', tier: 2 } };
  test.each<[string, Gate, Partial<GateFacts>, string]>([
    ['no proof', idv, { idvTier: null }, 'IDV_REQUIRED'],
    ['a proof of a lower tier', idv, { idvTier: 1 }, 'IDV_REQUIRED'],
    ['a proof of the tier', idv, { idvTier: 2 }, 'passed null'],
    ['the card', { card: { attribute: 'gold' } }, { attributes: { gold: 'yes' } }, 'passed null'],
    ['no card', { card: { attribute: 'gold' } }, { attributes: { silver: 'yes' } }, 'INELIGIBLE_ENTRY'],
    ['an attribute without a value', { linkedAccount: { attribute: 'stream' } }, { attributes: { stream: '' } }, 'INELIGIBLE_ENTRY'],
    ['an attribute that every object has', { card: { attribute: 'toString' } }, {}, 'INELIGIBLE_ENTRY'],
    ['no proof where any tier will do', { idv: { issuer: 'id.example', jwksUri: 'https://id.example/jwks', tier: 0 } }, { idvTier: null }, 'IDV_REQUIRED'],
    ['one of two', { card: { attribute: 'a' }, linkedAccount: { attribute: 'b' } }, { attributes: { a: '1' } }, 'INELIGIBLE_ENTRY'],
  ])('%s', (_, gate, known, expected) => {
    expect(outcome(gate, request(), known)).toBe(expected);
  });
});

test('an empty member number is on no list, so nobody asks', () => {
  expect(decide({ inviteOnly: 'memberId' }, request({ memberId: '' }), { ...nothing, invited: true })).toEqual({
    decision: { step: 'refused', reason: 'NO_INVITE' },
    questions: [],
  });
});

test('an address that was not verified is on no list, which is told so that the fan can mend it', () => {
  const asked = request({}, { emailIsVerified: false });
  expect(decide({ inviteOnly: 'email' }, asked, { ...nothing, invited: true })).toEqual({
    decision: { step: 'refused', reason: 'NO_INVITE', detail: { field: 'userInfo.email', rule: 'unverified' } },
    questions: [],
  });
  expect(outcome({ inviteOnly: 'globalUserId' }, asked, { invited: true })).toBe('passed null');
});

describe('a gate can be judged', () => {
  test.each<[string, Gate, string, boolean]>([
    ['not without knowing who it is', {}, 'userInfo.globalUserId', false],
    ['whatever else is wrong with the form', { geo: { allowCountries: ['GB'] }, inviteOnly: 'email' }, 'phone', true],
    ['not by a country that cannot be read', { geo: { allowCountries: ['GB'] } }, 'userInfo.countryCode', false],
    ['with such a country where places do not matter', { inviteOnly: 'email' }, 'userInfo.countryCode', true],
    ['not by a postal code that cannot be read', { geo: { postalPrefixes: ['SW1'] } }, 'userInfo.postalCode', false],
    ['with such a code where prefixes do not matter', { geo: { allowCountries: ['GB'] } }, 'userInfo.postalCode', true],
    ['with such a code where places do not matter', {}, 'userInfo.postalCode', true],
    ['whatever else is wrong where prefixes matter', { geo: { postalPrefixes: ['SW1'] } }, 'phone', true],
    ['not by a list whose key cannot be read', { inviteOnly: 'memberId' }, 'userInfo.memberId', false],
    ['with such a key where another one is on the list', { inviteOnly: 'email' }, 'userInfo.memberId', true],
    ['with such a key where there is no list', { geo: { allowCountries: ['GB'] } }, 'userInfo.memberId', true],
  ])('%s', (_, gate, field, expected) => {
    expect(canJudge(gate, [{ field, rule: 'format' }])).toBe(expected);
  });

  test('where nothing is wrong, and not where one thing of several is in the way', () => {
    expect(canJudge({}, [])).toBe(true);
    const invalid = [
      { field: 'phone', rule: 'format' },
      { field: 'userInfo.globalUserId', rule: 'format' },
    ] as const;
    expect(canJudge({}, invalid)).toBe(false);
  });
});

const anyGate: fc.Arbitrary<Gate> = fc.record(
  {
    inviteOnly: fc.constantFrom('email', 'globalUserId', 'memberId'),
    geo: fc.constantFrom({ allowCountries: ['GB'] }, { denyCountries: ['GB'] }),
    linkedCampaign: fc.constant('fan-club'),
    idv: fc.constant({ issuer: 'x', jwksUri: 'https://x.example', tier: 1 }),
    card: fc.constant({ attribute: 'gold' }),
    linkedAccount: fc.constant({ attribute: 'stream' }),
  },
  { requiredKeys: [] },
);
const anyFacts: fc.Arbitrary<Required<GateFacts>> = fc.record({
  holdsLinkedEntry: fc.boolean(),
  invited: fc.boolean(),
  idvTier: fc.constantFrom(null, 0, 1, 2),
  attributes: fc.constantFrom({}, { gold: 'x' }, { gold: 'x', stream: 'y' }),
});
const anyRequest = fc
  .record({ country: fc.constantFrom('GB', 'FR'), doTransfer: fc.boolean(), memberId: fc.constantFrom(undefined, 'M-1') })
  .map(({ country, doTransfer, memberId }) => request({ countryCode: country, ...(memberId !== undefined && { memberId }) }, { doTransfer }));

describe('any mix', () => {
  test('each fact is asked for at most once, and only what the gate holds', () => {
    const needs: Readonly<Record<string, (gate: Gate) => boolean>> = {
      holdsLinkedEntry: ({ linkedCampaign }) => linkedCampaign !== undefined,
      invited: ({ inviteOnly }) => inviteOnly !== undefined,
      idvTier: ({ idv }) => idv !== undefined,
      attributes: ({ card, linkedAccount }) => card !== undefined || linkedAccount !== undefined,
    };
    fc.assert(
      fc.property(anyGate, anyRequest, anyFacts, (gate, asked, facts) => {
        const { questions } = decide(gate, asked, facts);
        expect(new Set(questions).size).toBe(questions.length);
        for (const question of questions) expect(needs[question]?.(gate)).toBe(true);
      }),
    );
  });

  test('a fan who passes the whole passes each part alone, but for the invite that a transfer stands for', () => {
    fc.assert(
      fc.property(anyGate, anyRequest, anyFacts, (gate, asked, facts) => {
        const { decision } = decide(gate, asked, facts);
        if (decision.step !== 'passed') return;
        const { inviteOnly, linkedCampaign, ...others } = gate;
        for (const [part, value] of Object.entries(others)) expect([part, decide({ [part]: value }, asked, facts).decision.step]).toEqual([part, 'passed']);
        const isLetIn =
          (inviteOnly === undefined && linkedCampaign === undefined) || decision.transferFrom !== null || (inviteOnly !== undefined && facts.invited);
        expect(isLetIn).toBe(true);
      }),
    );
  });
});

test('a place lets through whom a plain reading of its lists lets through, however the code is written', () => {
  const countries = fc.subarray(['GB', 'IE', 'FR'], { minLength: 1 });
  const code = fc.constantFrom('SW1A 1AA', 'SW11AA', 'E2 8DP', 'D02 X285', '75001');
  const written = code.chain((text) => fc.constantFrom(text, text.toLowerCase(), text.replace(' ', ''), text.replace(' ', '-')).map((way) => ({ text, way })));
  const geo = fc.record(
    { allowCountries: countries, denyCountries: countries, postalPrefixes: fc.subarray(['SW1', 'sw1a', 'D02', '75'], { minLength: 1 }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(geo, fc.constantFrom('GB', 'IE', 'US', undefined), fc.option(written, { nil: undefined }), (gate, country, given) => {
      const { allowCountries, denyCountries, postalPrefixes } = gate;
      const compact = given?.text.replace(' ', '') ?? '';
      const allowed = allowCountries === undefined || (country !== undefined && allowCountries.includes(country));
      const denied = denyCountries !== undefined && (country === undefined || denyCountries.includes(country));
      const there = postalPrefixes === undefined || postalPrefixes.some((prefix) => compact.startsWith(prefix.toUpperCase()));
      const asked = request(country === undefined ? {} : { countryCode: country }, { postalCode: given?.way });
      expect(outcome({ geo: gate }, asked)).toBe(allowed && !denied && there ? 'passed null' : 'GEO_RESTRICTED');
    }),
  );
});
