import { expect, test } from 'vitest';
import { fanReference } from '../../src/domain/fan-reference.ts';

// Computed with OpenSSL: printf ID | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
test.each([
  ['fan-000001', '2c6267d3af390caefdc30522c6218922'],
  ['fän|ü', 'a4c5d4081a620a570ad340110f3f28d4'],
])('the reference of %s is the first half of the HMAC that others compute', (globalUserId, reference) => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => index);
  expect(fanReference(key, globalUserId)).toBe(reference);
});
