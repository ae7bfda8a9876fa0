import { describe, expect, test } from 'vitest';
import { fileProblems, readFile } from '../support/campaign-files.ts';
import { publicKeys } from '../support/public-keys.ts';

type Changes = Readonly<Record<string, unknown>>;
describe('a gate', () => {
  test('of nothing is none', () => {
    expect(readFile({ gate: {} }).campaign.gate).toBeNull();
    expect(readFile({ gate: undefined }).campaign.gate).toBeNull();
  });

  test.each([
    { inviteOnly: 'email' },
    { inviteOnly: 'globalUserId' },
    { geo: { allowCountries: ['GB'] } },
    { geo: { denyCountries: ['GB'] } },
    { geo: { postalPrefixes: ['SW1', 'e2 8', '7'] } },
    { linkedCampaign: 'fan-club' },
    { card: { attribute: 'gold_card-2' } },
    { linkedAccount: { attribute: 'a' } },
    { idv: { issuer: 'x', jwksUri: 'http://127.0.0.1:8080/keys', tier: 0 } },
    { idv: { issuer: 'x', jwksUri: 'http://localhost/keys', tier: 100 } },
    { idv: { issuer: 'x', jwksUri: 'http://[::1]/keys', tier: 1 } },
  ])('%j is kept as it is', (gate) => {
    expect(readFile({ gate }).campaign.gate).toEqual(gate);
  });

  test.each(['rsa2048', 'prime256v1', 'secp384r1', 'secp521r1', 'ed25519'] as const)('takes a key of %s', (kind) => {
    expect(fileProblems({ gate: { idv: { issuer: 'x', publicKey: publicKeys[kind], tier: 1 } } })).toEqual([]);
  });

  const badKey = 'gate.idv.publicKey: must be a key of RSA with 2048 bits or more, of the curves P-256, P-384 or P-521, or of Ed25519';
  const noPem = 'gate.idv.publicKey: must be a public key in PEM, beginning with -----BEGIN PUBLIC KEY-----';
  const good = publicKeys.ed25519;
  const prefix = 'must be the beginning of a postal code; put it in quotes';
  const attribute = 'must be the name of an attribute: a letter, then letters, digits, "_" and "-"';
  test.each<[string, Changes, readonly string[]]>([
    [
      'more prefixes than any',
      { geo: { postalPrefixes: Array.from({ length: 10_001 }, (_, index) => String(index)) } },
      ['gate.geo.postalPrefixes: must have at most 10000 items'],
    ],
    ['no prefix', { geo: { postalPrefixes: [] } }, ['gate.geo.postalPrefixes: must not be empty']],
    ['a key without a line end', { idv: { issuer: 'x', publicKey: good.trim(), tier: 1 } }, []],
    ['a key with many', { idv: { issuer: 'x', publicKey: `${good}\n\n`, tier: 1 } }, []],
    ['an unknown key', { invitOnly: 'email' }, ['gate.invitOnly: is not a known key; did you mean "inviteOnly"?']],
    ['an invite by nothing known', { inviteOnly: 'phone' }, ['gate.inviteOnly: must be one of email, globalUserId, memberId']],
    ['places without a place', { geo: {} }, ['gate.geo: names neither allowCountries nor denyCountries nor postalPrefixes']],
    ['an unknown kind of place', { geo: { towns: ['x'], allowCountries: ['GB'] } }, ['gate.geo.towns: is not a known key']],
    ['no countries', { geo: { denyCountries: [] } }, ['gate.geo.denyCountries: must not be empty']],
    [
      'a country both ways',
      { geo: { allowCountries: ['GB', 'IE', 'FR'], denyCountries: ['FR', 'GB'] } },
      ['gate.geo.denyCountries: are allowed above: GB, FR'],
    ],
    ['other countries denied', { geo: { allowCountries: ['GB'], denyCountries: ['FR'] } }, []],
    ...['-1', 'SW1!', 'x'.repeat(13), 'ä'].map((one): [string, Changes, readonly string[]] => [
      `the prefix ${one}`,
      { geo: { postalPrefixes: [one] } },
      [`gate.geo.postalPrefixes[0]: ${prefix}`],
    ]),
    ...['1a', 'a b', '_a', `a${'b'.repeat(64)}`].map((one): [string, Changes, readonly string[]] => [
      `the attribute ${one}`,
      { card: { attribute: one } },
      [`gate.card.attribute: ${attribute}`],
    ]),
    [
      'an account without its attribute',
      { linkedAccount: { name: 'x' } },
      ['gate.linkedAccount.name: is not a known key', 'gate.linkedAccount.attribute: is missing'],
    ],
    [
      'two ways to the keys',
      { idv: { issuer: 'x', jwksUri: 'https://id.example/keys', publicKey: good, tier: 1 } },
      ['gate.idv: needs either jwksUri or publicKey'],
    ],
    [
      'keys at no address',
      { idv: { issuer: 'x', jwksUri: 'id', tier: 1 } },
      ['gate.idv.jwksUri: must be a web address, such as https://tickets.example/london'],
    ],
    ['a tier above all', { idv: { issuer: 'x', publicKey: good, tier: 101 } }, ['gate.idv.tier: must be a whole number from 0 to 100']],
    ['a mistyped part of a proof', { idv: { issuer: 'x', publicKey: good, tier: 1, tiers: 2 } }, ['gate.idv.tiers: is not a known key; did you mean "tier"?']],
    ['a key that is a number', { idv: { issuer: 'x', publicKey: 7, tier: 1 } }, [noPem]],
    ['a key behind words', { idv: { issuer: 'x', publicKey: `my key: ${good}`, tier: 1 } }, [noPem]],
    ['a key before words', { idv: { issuer: 'x', publicKey: `${good} is it`, tier: 1 } }, [noPem]],
    ['a curve of coins', { idv: { issuer: 'x', publicKey: publicKeys.secp256k1, tier: 1 } }, [badKey]],
    ['a key of another kind', { idv: { issuer: 'x', publicKey: publicKeys.ed448, tier: 1 } }, [badKey]],
  ])('%s', (_, gate, expected) => {
    expect(fileProblems({ gate })).toEqual(expected);
  });

  test('to a campaign whose id is wrong, as its own is, is told so once for each', () => {
    const form = 'must be 1 to 64 of the characters a-z, 0-9 and "-"';
    expect(fileProblems({ slug: 'NO', gate: { linkedCampaign: 'NO' } })).toEqual([`slug: ${form}`, `gate.linkedCampaign: ${form}`]);
  });
});
