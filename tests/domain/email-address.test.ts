import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '../../src/domain/email-address.ts';

const domain = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(61)}`;

describe('an e-mail address', () => {
  test.each([
    ['any case is one address', ' Ann.Lee@EXAMPLE.org ', 'ann.lee@example.org'],
    ['what follows a plus stays, as does each dot: providers differ in what they make of them', 'A.n.n+Tag@gmail.com', 'a.n.n+tag@gmail.com'],
    ['an international domain takes its ASCII form', 'ann@BÜCHER.example', 'ann@xn--bcher-kva.example'],
    ['with the full stop of East Asia, too', 'ann@bücher。example', 'ann@xn--bcher-kva.example'],
    ['its ASCII form is the same address', 'ann@XN--bcher-kva.example', 'ann@xn--bcher-kva.example'],
    ['a sharp s is a letter of its own', 'ann@faß.example', 'ann@xn--fa-hia.example'],
    ['the sign of Kelvin is no k: the address would be that of somebody else', 'mi\u212ae@example.org', null],
    ['nor are wide letters', 'ａｎｎ@example.org', null],
    ['a local part in another script', 'ännchen@example.org', null],
    ['a path behind an international domain', 'ann@bücher.example/x', null],
    ['a port behind it', 'ann@bücher.example:25', null],
    ['a percent sign in it', 'ann@bü%63her.example', null],
    ['a mark of direction in the domain', 'ann@\u202eexample.org', null],
    ['a domain that ends in a dot', 'ann@example.org.', null],
    ['a quoted local part', '"ann lee"@example.org', null],
    ['an address literal', 'ann@[192.0.2.1]', null],
    ['a numeric address', 'ann@192.0.2.1', null],
    ['two signs @', 'ann@lee@example.org', null],
    ['a local part of 65 characters', `${'x'.repeat(65)}@example.org`, null],
    ['a local part of 64', `${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
    ['255 characters', `ann@${`${'x'.repeat(61)}.`.repeat(4)}org`, null],
  ])('%s', (_, given, expected) => {
    expect(normaliseEmail(given)).toBe(expected);
  });

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

  test('whatever is typed, what is stored is ASCII in lower case, stays what it is, and has the letters of what was typed', () => {
    const unit = fc.constantFrom(...'akKA.@+-_%/:', '\u212a', 'ü', 'ſ', 'İ', '。', '\u200b');
    const typed = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit, maxLength: 12 }).map((text) => `${text}@k.example`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const address = normaliseEmail(text);
        if (address === null) return;
        expect(address).toMatch(/^[!-~]+$/);
        expect(address).toBe(address.toLowerCase());
        expect(normaliseEmail(address)).toBe(address);
        const local = text.trim().slice(0, text.trim().lastIndexOf('@'));
        expect(local).toMatch(/^[!-~]+$/);
        expect(address.startsWith(`${local.toLowerCase()}@`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
