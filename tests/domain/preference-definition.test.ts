import { describe, expect, test } from 'vitest';
import { fileProblems, readFile } from '../support/campaign-files.ts';

type Changes = Readonly<Record<string, unknown>>;
const markets = { key: 'm', type: 'markets' };
const preferenceProblems = (preference: Changes): readonly string[] => fileProblems({ preferences: [markets, { key: 'p', ...preference }] });

describe('a preference', () => {
  test.each<[Changes, Changes]>([
    [{ type: 'ticket_count', min: 0, max: 100 }, {}],
    [{ type: 'ticket_count', max: 1 }, { min: 1 }],
    [{ type: 'freeform_text', minLength: 600 }, { maxLength: 600 }],
    [{ type: 'freeform_text', minLength: 1 }, { maxLength: 500 }],
    [{ type: 'freeform_text', minLength: 0, maxLength: 10_000 }, {}],
    [
      {
        type: 'checklist',
        items: [
          { id: 'a', label: 'A' },
          { id: 'b', label: { fr: 'B' } },
        ],
      },
      { min: 1, max: 2 },
    ],
    [
      { type: 'checklist', items: [{ id: 'a', label: 'A' }], is_optional: true },
      { min: 0, max: 1 },
    ],
    [
      { type: 'checklist', items: [{ id: 'a', label: 'A' }], is_optional: false },
      { min: 1, max: 1 },
    ],
    [{ type: 'checklist', items: [{ id: 'a', label: 'A' }], min: 0, max: 500 }, {}],
    [{ type: 'name', label: { en: 'Name', fr: 'Nom' } }, {}],
    [{ type: 'opt_in', label: 'News', is_optional: true }, {}],
  ])('%j reads with its defaults', (given, defaults) => {
    expect(readFile({ preferences: [markets, { key: 'p', ...given }] }).campaign.preferences[1]).toEqual({ key: 'p', ...given, ...defaults });
  });

  test.each<[string, Changes, readonly string[]]>([
    ['no type', { min: 1 }, ['preferences[1].type: is missing']],
    ['a limit of texts for tickets', { type: 'ticket_count', max: 2, minLength: 1 }, ['preferences[1].minLength: is no parameter of the type ticket_count']],
    ['a limit of tickets for texts', { type: 'freeform_text', max: 2 }, ['preferences[1].max: is no parameter of the type freeform_text']],
    ['items of an address', { type: 'email', items: [] }, ['preferences[1].items: is no parameter of the type email']],
    ['a choice from nothing', { type: 'checklist', items: [] }, ['preferences[1].items: must not be empty']],
    ['a limit that is unknown', { type: 'phone', maximum: 1 }, ['preferences[1].maximum: is not a known key']],
    ['tickets without a limit', { type: 'ticket_count' }, ['preferences[1].max: is missing']],
    ['no tickets at all', { type: 'ticket_count', max: 0 }, ['preferences[1].max: must be a whole number from 1 to 100']],
    ['more tickets than any', { type: 'ticket_count', max: 101 }, ['preferences[1].max: must be a whole number from 1 to 100']],
    ['a text of no length', { type: 'freeform_text', maxLength: 0 }, ['preferences[1].maxLength: must be a whole number from 1 to 10000']],
    [
      'a text that ends before it begins',
      { type: 'freeform_text', minLength: 3, maxLength: 2 },
      ['preferences[1].maxLength: must not be less than the 3 asked for'],
    ],
    ['as much as asked for', { type: 'freeform_text', minLength: 3, maxLength: 3 }, []],
    [
      'more items than any',
      { type: 'checklist', items: Array.from({ length: 501 }, (_, index) => ({ id: `i${index}`, label: 'x' })) },
      ['preferences[1].items: must have at most 500 items'],
    ],
    [
      'an item twice',
      { type: 'checklist', items: ['a', 'b', 'b'].map((id) => ({ id, label: id })) },
      ['preferences[1].items[2].id: is the id of another item already'],
    ],
    [
      'items without ids',
      { type: 'checklist', items: [{ label: 'a' }, { label: 'b' }] },
      ['preferences[1].items[0].id: is missing', 'preferences[1].items[1].id: is missing'],
    ],
    [
      'an item with a space',
      { type: 'checklist', items: [{ id: 'a b', label: 'x' }] },
      ['preferences[1].items[0].id: must be 1 to 64 letters, digits, "_" and "-"'],
    ],
    ['an item without a label', { type: 'checklist', items: [{ id: 'a' }] }, ['preferences[1].items[0].label: is missing']],
    [
      'an item with more',
      { type: 'checklist', items: [{ id: 'a', label: 'x', lable: 'y' }] },
      ['preferences[1].items[0].lable: is not a known key; did you mean "label"?'],
    ],
    [
      'more choices asked for than there are',
      { type: 'checklist', items: [{ id: 'a', label: 'x' }], min: 2, max: 2 },
      ['preferences[1].min: must not be more than the 1 items'],
    ],
    [
      'more asked for than allowed',
      { type: 'checklist', items: ['a', 'b'].map((id) => ({ id, label: id })), min: 2, max: 1 },
      ['preferences[1].max: must not be less than the 2 asked for'],
    ],
    ['a label of nothing', { type: 'name', label: {} }, ['preferences[1].label: must not be empty']],
    ['a label in no language', { type: 'name', label: { 'x!': 'a' } }, ['preferences[1].label.x!: must be a language tag (BCP 47), such as en or pt-BR']],
    ['a label that is a number', { type: 'name', label: 7 }, ['preferences[1].label: must be a text; put it in quotes']],
    [
      'a label that is a list',
      { type: 'name', label: ['a'] },
      ['preferences[1].label: must be a mapping of keys to values', 'preferences[1].label.0: must be a language tag (BCP 47), such as en or pt-BR'],
    ],
    ['a label that is too long', { type: 'name', label: 'x'.repeat(501) }, ['preferences[1].label: must be at most 500 characters long']],
    [
      'a label that is too long in one language',
      { type: 'name', label: { en: 'x'.repeat(501) } },
      ['preferences[1].label.en: must be at most 500 characters long'],
    ],
    ['optional by a word', { type: 'name', is_optional: 'no' }, ['preferences[1].is_optional: must be true or false']],
  ])('%s', (_, preference, expected) => {
    expect(preferenceProblems(preference)).toEqual(expected);
  });

  test.each(['1a', '_a', 'a.b', 'a b', '$a', `a${'b'.repeat(64)}`, 'ä'])('%s is no key', (key) => {
    expect(preferenceProblems({ key, type: 'name' })).toEqual(['preferences[1].key: must be a letter, then up to 63 letters, digits, "_" and "-"']);
  });

  test('may be one of as many as there can be, with items as many', () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ id: `i${index}`, label: 'x' }));
    const many = Array.from({ length: 99 }, (_, index) => ({ key: `p${index}`, type: 'checklist', items }));
    expect(fileProblems({ preferences: [markets, ...many] })).toEqual([]);
    expect(fileProblems({ preferences: [markets, ...many, { key: 'z', type: 'name' }] })).toEqual(['preferences: must have at most 100 items']);
  });
});
