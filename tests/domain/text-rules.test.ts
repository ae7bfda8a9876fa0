import { expect, test } from 'vitest';
import { normaliseText } from '../../src/domain/text-rules.ts';

test.each([
  ['what is around a text', '  Ann ', 'Ann'],
  ['signs that cannot be seen, and what was around them', '\u200b Zoë \ufeff', 'Zoë'],
  ['marks that turn the direction of what follows', '\u202eeoZ\u2066', 'eoZ'],
  ['another way to write the same letter', 'Zoe\u0308', 'Zoë'],
])('%s is not kept', (_, given, expected) => {
  expect(normaliseText(given)).toBe(expected);
});

test('the joiners of Persian and Indian names are kept', () => {
  expect(normaliseText('می\u200cخواهم')).toBe('می\u200cخواهم');
});
