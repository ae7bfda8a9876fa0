import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entryPartitionKey } from '../../src/domain/entry.ts';
import { erasedFan, isErasedFan } from '../../src/domain/erased-fan.ts';
import { isExecutionName } from '../../src/domain/execution-name.ts';
import { referenceKeyName } from '../../src/domain/fan-reference.ts';
import { isGlobalUserId } from '../../src/domain/global-user-id.ts';
import { isMailName, mailNameOf } from '../../src/domain/mail-name.ts';
import { isSecretName } from '../../src/domain/secret-name.ts';

describe('the name of an execution', () => {
  test.each(['a', 'Draw_2-summer-tour', '0', 'x'.repeat(80)])('%s is one', (name) => expect(isExecutionName(name)).toBe(true));
  test.each(['', 'x'.repeat(81), 'a b', ' a', 'a\n', 'a.b', 'ä', 'a/b'])('%j is none', (name) => expect(isExecutionName(name)).toBe(false));
});

describe('the name of a secret', () => {
  test.each(['a', '_a', '0/A.b-c_d', 'reference-key/summer-tour', 'a/b/c', 'x'.repeat(400)])('%s is one', (name) => expect(isSecretName(name)).toBe(true));
  test.each(['', '/a', 'a/', 'a//b', '.', '..', 'a/../b', 'a/.b', '-a', 'a/-b', 'a b', 'a\n', 'x'.repeat(401)])('%j is none', (name) =>
    expect(isSecretName(name)).toBe(false),
  );
});

describe("a fan's id", () => {
  test.each(['a', 'fan-1', 'auth0|5f7c', 'ann@example.org', '\u00e4', '\u{1f3b8}', 'x'.repeat(128)])('%s is one', (id) =>
    expect(isGlobalUserId(id)).toBe(true),
  );
  test.each(['', 'x'.repeat(129), 'a#b', '#', 'a b', 'a\n', '\u00a0a', 'a\u0000', 'a\u0085', 'a\ud800', 7, null])('%j is none', (id) =>
    expect(isGlobalUserId(id)).toBe(false),
  );
});

describe('the name of a mail', () => {
  const key = { campaignId: 'summer-tour', marketId: 'london-1', globalUserId: 'fan-1', template: 'reminder', occurrence: '2027-02-12' } as const;

  test('is the same for the same mail, and says nothing of the fan', () => {
    const hash = createHash('sha256').update('["summer-tour","london-1","fan-1","reminder","2027-02-12"]').digest('hex');
    expect(mailNameOf(key)).toBe(hash.slice(0, 40));
    expect(isMailName(mailNameOf(key))).toBe(true);
  });

  test.each(Object.keys(key))('another %s makes another mail', (part) => {
    expect(mailNameOf({ ...key, [part]: 'other' })).not.toBe(mailNameOf(key));
  });

  test.each(['', 'a'.repeat(39), 'a'.repeat(41), 'A'.repeat(40), `${'g'.repeat(40)}`, `${'a'.repeat(40)}\n`])('%j is none', (name) =>
    expect(isMailName(name)).toBe(false),
  );
});

test('names that others look things up by', () => {
  expect(referenceKeyName('summer-tour')).toBe('reference-key/summer-tour');
  expect(entryPartitionKey({ campaignId: 'summer-tour', globalUserId: 'fan-1' })).toBe('ENTRY#summer-tour#fan-1');
});

test('an erased fan is called by the pseudonym that was published, as no fan can be', () => {
  expect(erasedFan('00ff')).toBe('erased:00ff');
  expect(isErasedFan(erasedFan('00ff'))).toBe(true);
  expect(['fan-1', '00ff', 'xerased:00ff', 'x-erased:'].map(isErasedFan)).toEqual([false, false, false, false]);
  expect(isGlobalUserId(erasedFan('00ff'))).toBe(false);
});
