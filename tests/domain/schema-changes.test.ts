import { describe, expect, test } from 'vitest';
import { narrowedPlaces } from '../../src/domain/schema-changes.ts';

const text = { type: 'string' };
const before = {
  title: 'A record',
  type: 'object',
  properties: {
    id: text,
    kind: { enum: ['a', 'b'] },
    size: { type: ['integer', 'null'], minimum: 0 },
    tags: { type: 'array', items: text },
    at: { $ref: '#/definitions/at' },
  },
  required: ['id'],
  additionalProperties: false,
  definitions: { at: { type: 'string', pattern: '^\\d+$' } },
};
type Draft = { properties: Record<string, Record<string, unknown>>; required: string[]; definitions: { at: Record<string, unknown> } } & Record<
  string,
  unknown
>;
const placesOf = (change: (schema: Draft) => void): readonly string[] => {
  const after = structuredClone(before) as unknown as Draft;
  change(after);
  return narrowedPlaces(before, after);
};

describe('what reads everything from before has no such place', () => {
  test.each<[string, (schema: Draft) => void]>([
    ['the same', () => undefined],
    ['another title', (schema) => Object.assign(schema, { title: 'Else', description: 'x' })],
    ['a new field that may be left out', ({ properties }) => Object.assign(properties, { note: text })],
    ['one required no more', ({ required }) => required.pop()],
    ['a wider type', ({ properties }) => Object.assign(properties, { id: { type: ['string', 'integer'] } })],
    ['one value more', ({ properties }) => Object.assign(properties, { kind: { enum: ['a', 'b', 'c'] } })],
    ['a rule less', ({ definitions }) => delete definitions.at.pattern],
    ['other fields allowed', (schema) => Object.assign(schema, { additionalProperties: true })],
  ])('%s', (_, change) => {
    expect(placesOf(change)).toEqual([]);
  });
});

describe('what refuses something from before is named', () => {
  test.each<[string, (schema: Draft) => void]>([
    ['/properties/kind: is gone', ({ properties }) => delete properties.kind],
    ['/required: note is required now', ({ properties, required }) => required.push('note') && Object.assign(properties, { note: text })],
    ['/properties/size/type: null is not allowed any more', ({ properties }) => Object.assign(properties.size ?? {}, { type: 'integer' })],
    ['/properties/kind/enum: b is not allowed any more', ({ properties }) => Object.assign(properties.kind ?? {}, { enum: ['a'] })],
    ['/properties/size/minimum: changed', ({ properties }) => Object.assign(properties.size ?? {}, { minimum: 1 })],
    ['/properties/tags/items/type: string is not allowed any more', ({ properties }) => Object.assign(properties.tags ?? {}, { items: { type: 'integer' } })],
    ['/properties/id/pattern: changed', ({ properties }) => Object.assign(properties, { id: { type: 'string', pattern: 'x' } })],
    ['/properties/at/$ref: changed', ({ properties }) => Object.assign(properties, { at: { $ref: '#/definitions/other' } })],
    ['/definitions/at/pattern: changed', ({ definitions }) => Object.assign(definitions.at, { pattern: '^x$' })],
  ])('%s', (place, change) => {
    expect(placesOf(change)).toEqual([place]);
  });

  test('other fields that were allowed', () => {
    expect(narrowedPlaces({ type: 'object' }, { type: 'object', additionalProperties: false })).toEqual([
      '/additionalProperties: other fields are not allowed any more',
    ]);
  });

  test.each<[string, unknown, unknown, readonly string[]]>([
    ['anything became something', true, text, ['/: changed']],
    ['something became anything', text, true, ['/: changed']],
    ['neither was ever a schema', true, true, []],
    ['words', { $schema: 'a', $id: 'a', $comment: 'a', title: 'a', description: 'a', default: 1, examples: [] }, { $schema: 'b', title: 'b', default: 2 }, []],
    ['words more', {}, { $schema: 'a', $id: 'a', $comment: 'a', title: 'a', description: 'a', default: 1, examples: [] }, []],
    ['a rule more', text, { ...text, maxLength: 3 }, ['/maxLength: changed']],
    ['a type where there was none', {}, text, ['/type: there was none']],
    ['a type less', text, {}, []],
    ['a field less of an open object', { properties: { a: text } }, { properties: {} }, []],
    [
      'all fields less of a closed object',
      { properties: { a: text }, additionalProperties: false },
      { additionalProperties: false },
      ['/properties/a: is gone'],
    ],
    ['properties where there were none', {}, { properties: { a: text } }, []],
    ['a definition less', { $defs: { a: text } }, { $defs: {} }, []],
    ['a definition less of a closed object', { definitions: { a: text }, additionalProperties: false }, { definitions: {}, additionalProperties: false }, []],
    ['another definition', { $defs: { a: text } }, { $defs: { a: { type: 'null' } } }, ['/$defs/a/type: string is not allowed any more']],
    [
      'other fields of a narrower form',
      { additionalProperties: text },
      { additionalProperties: { type: 'null' } },
      ['/additionalProperties/type: string is not allowed any more'],
    ],
    ['other fields of any form', { additionalProperties: text }, { additionalProperties: true }, []],
    ['no other fields, as before', { additionalProperties: false }, { additionalProperties: false }, []],
    [
      'no other fields any more',
      { additionalProperties: text },
      { additionalProperties: false },
      ['/additionalProperties: other fields are not allowed any more'],
    ],
    ['a form less', { oneOf: [text, { type: 'null' }] }, { oneOf: [text] }, ['/oneOf/1: changed']],
    ['a form more', { oneOf: [text] }, { oneOf: [{ type: 'null' }, text] }, []],
    ['null in the place of an object', { items: null }, { items: text }, ['/items: changed']],
  ])('%s', (_, was, is, places) => {
    expect(narrowedPlaces(was, is)).toEqual(places);
  });

  test('one of several forms', () => {
    const forms = { anyOf: [text, { type: 'null' }] };
    expect(narrowedPlaces(forms, { anyOf: [{ type: 'null' }, text] })).toEqual([]);
    expect(narrowedPlaces(forms, { anyOf: [text, { type: 'integer' }] })).toEqual(['/anyOf/1/type: null is not allowed any more']);
  });
});
