import { domainToASCII } from 'node:url';
import { expect, test } from 'vitest';
import { normaliseEmail } from '../../src/domain/email-address.ts';

const domain = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(61)}`;

test('an address has 254 characters at most, 64 of them before the @', () => {
  const longest = `${'x'.repeat(64)}@${domain}`;
  expect(longest).toHaveLength(254);
  expect(normaliseEmail(` ${longest} `)).toBe(longest);
  expect(normaliseEmail(`${longest}c`)).toBeNull();
  expect(normaliseEmail(`${'x'.repeat(64)}@example.org`)).not.toBeNull();
  expect(normaliseEmail(`${'x'.repeat(65)}@example.org`)).toBeNull();
});

test('an international address has 254 characters at most in its ASCII form', () => {
  const international = `${`${'ü'.repeat(10)}.`.repeat(12)}example`;
  const room = 254 - 1 - domainToASCII(international).length;
  expect(room).toBeGreaterThan(1);
  expect(normaliseEmail(`${'x'.repeat(room)}@${international}`)).toHaveLength(254);
  expect(normaliseEmail(`${'x'.repeat(room + 1)}@${international}`)).toBeNull();
});
