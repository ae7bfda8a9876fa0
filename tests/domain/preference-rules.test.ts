import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Preference } from '../../src/domain/campaign.ts';
import type { EntryFields } from '../../src/domain/entry.ts';
import { compileEntryCheck, readEntryArgument } from '../../src/domain/entry-rules.ts';
import { openCampaign } from '../support/campaign-files.ts';

const markets: Preference = { key: 'markets', type: 'markets' };
const optional = (preference: Preference): Preference => ({ ...preference, is_optional: true });

/** The normalised value, or the rule that the one invalid field breaks. */
const check = (preference: Preference, value: unknown, countryCode?: string): unknown => {
  const { fields, invalid } = compileEntryCheck(openCampaign({ preferences: [preference] }))({ [preference.key]: value }, countryCode);
  const [first] = invalid;
  return first === undefined ? { value: fields[preference.key] } : first.rule;
};
const value = (normalised: unknown): unknown => ({ value: normalised });

const email: Preference = { key: 'email', type: 'email' };
const phone: Preference = { key: 'phone', type: 'phone' };
const zip: Preference = { key: 'zip', type: 'zip' };
const name: Preference = { key: 'name', type: 'name' };
const tickets: Preference = { key: 'tickets', type: 'ticket_count', min: 1, max: 4 };
const text: Preference = { key: 'text', type: 'freeform_text', minLength: 2, maxLength: 5 };
const terms: Preference = { key: 'terms', type: 'opt_in' };
const choice: Preference = { key: 'choice', type: 'boolean_select' };
const list: Preference = {
  key: 'list',
  type: 'checklist',
  items: ['ramp', 'loop', 'seat'].map((id) => ({ id, label: id })),
  min: 1,
  max: 2,
};

describe('a value is normalised, or refused by its rule', () => {
  test.each<[string, Preference, unknown, unknown, string?]>([
    ['an address is trimmed and lower case', email, '  Ann.Lee+x@Example.ORG ', value('ann.lee+x@example.org')],
    ['an international domain takes its ASCII form', email, 'ann@bücher.example', value('ann@xn--bcher-kva.example')],
    ['no address', email, 'ann at example.org', 'format'],
    ['an address without a dot', email, 'ann@localhost', 'format'],
    ['two dots in a row', email, 'a..b@example.org', 'format'],
    ['a line break in an address', email, 'ann@example.org\nbcc: x@example.org', 'characters'],
    ['an address that is a number', email, 7, 'type'],
    ['a number with its prefix', phone, '+44 20 7946 0018', value('+442079460018')],
    ["a number as the fan's country writes it", phone, '(0171) 3920012', value('+491713920012'), 'DE'],
    ['a number without prefix or country', phone, '0171 3920012', 'format'],
    ['a number that is too short', phone, '+44 20 79', 'format'],
    ['a number inside other words', phone, 'call 020 7946 0018', 'format', 'GB'],
    ['a number as a phone copies it, between marks of direction', phone, '\u202a+44 20 7946 0018\u202c', value('+442079460018')],
    ['a British code', zip, 'sw1a1aa', value('SW1A 1AA'), 'GB'],
    ['a Canadian code', zip, 'h2x-1y4', value('H2X 1Y4'), 'CA'],
    ['an American code with its extension', zip, '941101234', value('94110-1234'), 'US'],
    ['a German code that is too short', zip, '1011', 'format', 'DE'],
    ['a code of a country without a form here', zip, ' ab 12 ', value('AB 12'), 'JM'],
    ['a Serbian code, five digits', zip, '11000', value('11000'), 'RS'],
    ['a number with more digits than E.164 has', phone, '+62812345678000000', 'format'],
    ['a number that would read as another', phone, '000000000', 'format', 'TW'],
    ['a name', name, '  Zoë   van den  Berg ', value('Zoë van den Berg')],
    ['a name is one sequence of bytes', name, 'Zoe\u0308', value('Zoë')],
    ['a name without a letter', name, '1234', 'format'],
    ['a name of 101 letters', name, 'x'.repeat(101), 'too_long'],
    ['a name in Chinese', name, '李', value('李')],
    ['a Persian name keeps its joiner', name, 'علی\u200cرضا', value('علی\u200cرضا')],
    ['a name with marks that have no letter of their own', name, 'Z\u0337o\u0308', value('Z\u0337ö')],
    ['a mark that turns all that follows is dropped', name, 'A\u202enn', value('Ann')],
    ['a space without width is dropped', name, '\u200bAnn\ufeff', value('Ann')],
    ['a name of nothing that is seen', name, '\u200b\u2066', 'format'],
    ['a line separator in a name', name, 'Ann\u2028Lee', 'characters'],
    ['a name of 100 letters beyond the first plane', name, '𝒜'.repeat(100), value('𝒜'.repeat(100))],
    ['half an emoji', name, 'Ann\ud83c', 'characters'],
    ['an address of one letter', email, 'a@x.example', value('a@x.example')],
    ['an address with a longer domain', email, 'ann@mail.example.org', value('ann@mail.example.org')],
    ['an address without its middle', email, 'annexample.org', 'format'],
    ['an address without its name', email, '@example.org', 'format'],
    ['a domain that begins with a hyphen', email, 'ann@-example.org', 'format'],
    ['a domain that ends with a hyphen', email, 'ann@example.org-', 'format'],
    ['a number in words without a country', phone, 'call +44 20 7946 0018', 'format'],
    ['a number where the country has none of its own', phone, '+44 20 7946 0018', value('+442079460018'), 'AQ'],
    ['a name that is a number', name, 7, 'type'],
    ['a name of 100 letters', name, 'x'.repeat(100), value('x'.repeat(100))],
    ['a choice in words', choice, 'yes', 'type'],
    ['a text that is a number', text, 7, 'type'],
    ['a text as short as may be', text, 'ab', value('ab')],
    ['as many tickets as allowed', tickets, 4, value(4)],
    ['more tickets than allowed', tickets, 5, 'too_big'],
    ['tickets as JSON writes a whole number, too', tickets, JSON.parse('2.0'), value(2)],
    ['tickets with an exponent', tickets, JSON.parse('1e0'), value(1)],
    ['tickets as a text', tickets, '2', 'type'],
    ['no number', tickets, Number.NaN, 'type'],
    ['a zero with a sign is zero', { ...tickets, min: 0 }, JSON.parse('-0'), value(0)],
    ['no tickets', tickets, 0, 'too_small'],
    ['half a ticket', tickets, 1.5, 'type'],
    ['tickets in words', tickets, 'two', 'type'],
    ['emoji count once', text, ' 🎸🎸🎸🎸🎸 ', value('🎸🎸🎸🎸🎸')],
    ['a family of seven code points is not one character', text, '👨\u200d👩\u200d👧\u200d👦', 'too_long'],
    ['a text that is too long', text, 'abcdef', 'too_long'],
    ['a text that is too short', text, 'a', 'too_short'],
    ['a control character', text, 'a\u0007b', 'characters'],
    ['a consent', terms, true, value(true)],
    ['a consent refused', terms, false, 'must_be_true'],
    ['a consent in words', terms, 'true', 'type'],
    ['an optional consent refused', optional(terms), false, value(false)],
    ['a choice', choice, false, value(false)],
    ['markets in their order', markets, ['paris-1', 'london-1'], value(['paris-1', 'london-1'])],
    ['no market', markets, [], 'too_few'],
    ['a market of another campaign', markets, ['madrid-1'], 'unknown_market'],
    ['a market twice', markets, ['paris-1', 'paris-1'], 'duplicate'],
    ['a market that is no list', markets, 'paris-1', 'type'],
    ['a market that is no text', markets, [['paris-1']], 'type'],
    ['items', list, ['loop', 'ramp'], value(['loop', 'ramp'])],
    ['an item that is not on the list', list, ['pool'], 'unknown_item'],
    ['too many items', list, ['ramp', 'loop', 'seat'], 'too_many'],
  ])('%s', (_, preference, given, expected, countryCode) => {
    expect(check(preference, given, countryCode)).toEqual(expected);
  });

  test('more markets than the campaign lets fans rank', () => {
    const campaign = openCampaign();
    const strict = { ...campaign, campaign: { ...campaign.campaign, options: { ...campaign.campaign.options, maxMarkets: 2 } } };
    expect(compileEntryCheck(strict)({ markets: ['paris-1', 'london-1', 'berlin-1'], tickets: 1 }, undefined).invalid).toEqual([
      { field: 'markets', rule: 'too_many' },
    ]);
  });

  test.each([undefined, null, '', '  '])('%j is no answer: refused where one is asked for, left out where not', (nothing) => {
    expect(check(name, nothing)).toBe('required');
    expect(check(optional(name), nothing)).toEqual(value(undefined));
  });

  test('a postal code is not asked of fans whose country has none', () => {
    expect(check(zip, '', 'HK')).toEqual(value(undefined));
    expect(check(zip, '', 'GB')).toBe('required');
    expect(check(name, '', 'HK')).toBe('required');
  });
});

describe('an entry', () => {
  const promoters: Preference = { key: 'promoters', type: 'promoterOptIns', is_optional: true };
  const checkEntry = compileEntryCheck(openCampaign({ preferences: [promoters, markets, tickets, optional(email)] }));

  test('promoters are asked for the chosen markets alone', () => {
    expect(checkEntry({ markets: ['paris-1'], tickets: 1, promoters: { 'paris-1': true } }, undefined).fields.promoters).toEqual({ 'paris-1': true });
    expect(checkEntry({ markets: ['paris-1'], tickets: 1, promoters: { 'london-1': true } }, undefined).invalid).toEqual([
      { field: 'promoters', rule: 'unknown_market' },
    ]);
    expect(checkEntry({ markets: ['paris-1'], tickets: 1, promoters: { 'paris-1': 'yes' } }, undefined).invalid).toEqual([
      { field: 'promoters', rule: 'type' },
    ]);
  });

  test('promoters are asked for the chosen markets, wherever the campaign asks for those', () => {
    for (const preferences of [
      [promoters, markets],
      [optional(email), markets, promoters],
    ]) {
      const given = { markets: ['paris-1'], promoters: { 'london-1': true } };
      expect(compileEntryCheck(openCampaign({ preferences }))(given, undefined).invalid).toEqual([{ field: 'promoters', rule: 'unknown_market' }]);
    }
    const alone = compileEntryCheck(openCampaign({ preferences: [promoters] }));
    expect(alone({ promoters: { 'london-1': true } }, undefined).invalid).toEqual([]);
  });

  test('promoters are asked for any market of the campaign while the choice is not valid', () => {
    expect(checkEntry({ tickets: 1, promoters: { 'london-1': true, 'paris-1': false } }, undefined)).toEqual({
      fields: { tickets: 1, promoters: { 'london-1': true, 'paris-1': false } },
      invalid: [{ field: 'markets', rule: 'required' }],
    });
  });

  test.each([[[]], [null], ['yes'], [true]])('%j is no answer about promoters', (given) => {
    expect(checkEntry({ markets: ['paris-1'], tickets: 1, promoters: given }, undefined).invalid).toEqual(
      Array.isArray(given) || given === null ? [] : [{ field: 'promoters', rule: 'type' }],
    );
  });

  test('an empty list is no answer where none is asked for, and too few where one is', () => {
    const asked = (is_optional: boolean) => compileEntryCheck(openCampaign({ preferences: [{ ...list, is_optional }] }))({ list: [] }, undefined);
    expect(asked(true)).toEqual({ fields: {}, invalid: [] });
    expect(asked(false)).toEqual({ fields: {}, invalid: [{ field: 'list', rule: 'too_few' }] });
  });

  test('at most 50 fields are told, by names that could be keys', () => {
    const told = (fields: readonly string[]) => {
      const given = { markets: ['paris-1'], tickets: 1, ...Object.fromEntries(fields.map((field) => [field, 1])) };
      return checkEntry(given, undefined).invalid.map(({ field }) => field);
    };
    const many = Array.from({ length: 60 }, (_, index) => `unknown-${index}`);
    expect(told(many)).toEqual(many.slice(0, 50));
    expect(told(many.slice(0, 50))).toHaveLength(50);
    expect(told(['x'.repeat(64), 'a_B-1', 'x'.repeat(65), 'a b', '', 'a\u0000', '-ä'])).toEqual(['x'.repeat(64), 'a_B-1', '?', '?', '?', '?', '?']);
  });

  test('all invalid fields are told together, unknown ones too', () => {
    expect(checkEntry({ tickets: 9, email: 'x', colour: 'red', ['__proto__']: 1 }, undefined).invalid).toEqual([
      { field: 'markets', rule: 'required' },
      { field: 'tickets', rule: 'too_big' },
      { field: 'email', rule: 'format' },
      { field: 'colour', rule: 'unknown_field' },
      { field: '__proto__', rule: 'unknown_field' },
    ]);
  });

  test('a proof of identity is let through where the gate asks for one, and never stored', () => {
    const gate = { idv: { issuer: 'x', jwksUri: 'https://x.example', tier: 1 } };
    const answers = { markets: ['paris-1'], idvToken: 'a.b.c' };
    const preferences = [markets];
    expect(compileEntryCheck(openCampaign({ preferences, gate }))(answers, undefined)).toEqual({ fields: { markets: ['paris-1'] }, invalid: [] });
    expect(compileEntryCheck(openCampaign({ preferences }))(answers, undefined).invalid).toEqual([{ field: 'idvToken', rule: 'unknown_field' }]);
    expect(compileEntryCheck(openCampaign({ preferences, gate }))({ ...answers, colour: 'red' }, undefined).invalid).toEqual([
      { field: 'colour', rule: 'unknown_field' },
    ]);
  });

  test('a preference named like something every object has is still missing', () => {
    const check = compileEntryCheck(openCampaign({ preferences: [markets, { key: 'toString', type: 'name' }] }));
    expect(check({ markets: ['paris-1'] }, undefined).invalid).toEqual([{ field: 'toString', rule: 'required' }]);
  });

  test('what a transfer brings fills in what is missing, if it is valid here', () => {
    const linked: EntryFields = { markets: ['madrid-1'], tickets: 2, email: 'ann@example.org', colour: 'red' };
    expect(checkEntry({ markets: ['paris-1'] }, undefined, linked)).toEqual({
      fields: { markets: ['paris-1'], tickets: 2, email: 'ann@example.org' },
      invalid: [],
    });
    expect(checkEntry({}, undefined, linked).invalid).toEqual([{ field: 'markets', rule: 'required' }]);
  });

  test('comes as an object or as JSON text, and as nothing else', () => {
    expect(readEntryArgument('{"a":1}')).toEqual({ a: 1 });
    expect(readEntryArgument({ a: 1 })).toEqual({ a: 1 });
    const longest = (length: number): string => `{"a":"${'x'.repeat(length - 8)}"}`;
    expect(readEntryArgument(longest(65_536))).not.toBe(null);
    for (const other of [longest(65_537), '[1]', '{', '1', null, undefined, []]) expect(readEntryArgument(other)).toBe(null);
  });
});

const all: readonly Preference[] = [
  markets,
  ...[email, phone, zip, name, tickets, text, terms, choice, list].map(optional),
  { key: 'promoters', type: 'promoterOptIns', is_optional: true },
];
const checkAll = compileEntryCheck(openCampaign({ preferences: all }));
const answer = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.emailAddress(),
  fc.stringMatching(/^\+?[0-9 ()-]{5,16}$/),
  fc.stringMatching(/^[A-Za-z0-9 -]{3,9}$/),
  fc.integer({ min: -1, max: 6 }),
  fc.boolean(),
  fc.subarray(['london-1', 'paris-1', 'berlin-1', 'ramp', 'loop']),
  fc.constant({ 'london-1': true }),
  fc.jsonValue(),
);
const answers = fc.record(Object.fromEntries(all.map(({ key }) => [key, answer])), { requiredKeys: [] });
const country = fc.constantFrom(undefined, 'GB', 'DE', 'US', 'JP', 'HK');

describe('whatever a fan sends', () => {
  test('normalising what is normalised changes nothing', () => {
    fc.assert(
      fc.property(answers, country, (entry, countryCode) => {
        const { fields } = checkAll(entry, countryCode);
        const again = checkAll(fields, countryCode);
        expect(again.fields).toEqual(fields);
        expect(again.invalid.filter(({ field }) => field in fields)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('each field that was sent is stored or reported, and nothing is both', () => {
    fc.assert(
      fc.property(answers, country, (entry, countryCode) => {
        const { fields, invalid } = checkAll(entry, countryCode);
        const reported = new Set(invalid.map(({ field }) => field));
        for (const { key } of all) expect([key, Object.hasOwn(fields, key) && reported.has(key)]).toEqual([key, false]);
        for (const [key, sent] of Object.entries(entry)) {
          const isAbsent = sent === null || (typeof sent === 'string' && sent.trim() === '') || (Array.isArray(sent) && sent.length === 0);
          if (!isAbsent) expect([key, Object.hasOwn(fields, key) || reported.has(key)]).toEqual([key, true]);
        }
      }),
    );
  });

  test('no stored text holds a control character or broken Unicode', () => {
    const nasty = fc
      .array(fc.constantFrom('a', 'é', '\u0000', '\u0085', '\n', '\ud800', '\udfff', '🎸', ' '), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, (sent) => {
        const { fields } = checkAll({ markets: ['paris-1'], name: sent, text: sent, email: sent, zip: sent, phone: sent }, undefined);
        for (const stored of Object.values(fields)) {
          if (typeof stored === 'string') expect(stored.isWellFormed() && !/\p{Cc}/u.test(stored)).toBe(true);
        }
      }),
    );
  });
});
