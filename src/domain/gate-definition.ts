import { createPublicKey } from 'node:crypto';
import type { Gate, GeoGate, IdvGate } from './campaign.ts';
import { country, id, integer, oneOf, type Reading, text, textLike, webAddress } from './field-readings.ts';
import type { Fields } from './file-fields.ts';

const GATE_KEYS = ['inviteOnly', 'geo', 'linkedCampaign', 'idv', 'card', 'linkedAccount'];
const GEO_KEYS = ['allowCountries', 'denyCountries', 'postalPrefixes'];
const IDV_KEYS = ['issuer', 'jwksUri', 'publicKey', 'tier'];
const ATTRIBUTE_KEYS = ['attribute'];

const COUNTRIES = { min: 1, max: 250 } as const;
const prefix = textLike(/^[A-Za-z0-9][A-Za-z0-9 -]{0,11}$/, 'must be the beginning of a postal code; put it in quotes');
const attribute = textLike(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be the name of an attribute: a letter, then letters, digits, "_" and "-"');

/** The gate of a campaign file; null where everyone may register. */
export const readGate = (campaign: Fields, campaignId: string): Gate | null => {
  const fields = campaign.below('gate', GATE_KEYS);
  if (fields === null) return null;
  const geo = readGeo(fields);
  const idv = readIdv(fields);
  const gate: Gate = {
    ...(fields.has('inviteOnly') && { inviteOnly: fields.take('inviteOnly', oneOf('email', 'globalUserId', 'memberId')) }),
    ...(geo !== null && { geo }),
    ...(fields.has('linkedCampaign') && { linkedCampaign: fields.take('linkedCampaign', id) }),
    ...(idv !== null && { idv }),
    ...readAttribute(fields, 'card'),
    ...readAttribute(fields, 'linkedAccount'),
  };
  if (gate.linkedCampaign === campaignId && campaignId !== '') fields.report('must be another campaign than this one', 'linkedCampaign');
  return Object.keys(gate).length > 0 ? gate : null;
};

const readGeo = (gate: Fields): GeoGate | null => {
  const fields = gate.below('geo', GEO_KEYS);
  if (fields === null) return null;
  const geo: GeoGate = {
    ...(fields.has('allowCountries') && { allowCountries: fields.list('allowCountries', country, COUNTRIES) }),
    ...(fields.has('denyCountries') && { denyCountries: fields.list('denyCountries', country, COUNTRIES) }),
    ...(fields.has('postalPrefixes') && { postalPrefixes: fields.list('postalPrefixes', prefix, { min: 1, max: 10_000 }) }),
  };
  if (Object.keys(geo).length === 0) fields.report('names neither allowCountries nor denyCountries nor postalPrefixes');
  const both = geo.allowCountries?.filter((code) => geo.denyCountries?.includes(code)) ?? [];
  if (both.length > 0) fields.report(`are allowed above: ${both.join(', ')}`, 'denyCountries');
  return geo;
};

const readIdv = (gate: Fields): IdvGate | null => {
  const fields = gate.below('idv', IDV_KEYS);
  if (fields === null) return null;
  if (fields.has('jwksUri') === fields.has('publicKey')) fields.report('needs either jwksUri or publicKey');
  return {
    issuer: fields.take('issuer', text()),
    ...(fields.has('jwksUri') && { jwksUri: fields.take('jwksUri', keyAddress) }),
    ...(fields.has('publicKey') && { publicKey: fields.take('publicKey', publicKey) }),
    tier: fields.take('tier', integer(0, 100)),
  };
};

const readAttribute = (gate: Fields, key: 'card' | 'linkedAccount'): Pick<Gate, 'card' | 'linkedAccount'> => {
  const fields = gate.below(key, ATTRIBUTE_KEYS);
  return fields === null ? {} : { [key]: { attribute: fields.take('attribute', attribute) } };
};

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Keys that came over a line that anybody can write to would prove nothing; on one machine there is no such line. */
const keyAddress: Reading<string> = {
  placeholder: '',
  read: (value) => {
    const address = webAddress.read(value);
    if ('problem' in address) return address;
    const { protocol, hostname } = new URL(address.value);
    return protocol === 'https:' || LOOPBACK.has(hostname) ? address : { problem: 'must be an https address, or one of this machine' };
  },
};

const LEAST_RSA_BITS = 2048;
const CURVES: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** PEM has line ends, which no other text of the file may hold. What can check no signature is found here, not at the first fan. */
const publicKey: Reading<string> = {
  placeholder: '',
  read: (value) => {
    if (typeof value !== 'string' || !/^-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*$/.test(value))
      return { problem: 'must be a public key in PEM, beginning with -----BEGIN PUBLIC KEY-----' };
    return canCheck(value)
      ? { value: value.trim() }
      : { problem: 'must be a key of RSA with 2048 bits or more, of the curves P-256, P-384 or P-521, or of Ed25519' };
  },
};

const canCheck = (pem: string): boolean => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails: details } = createPublicKey(pem);
    if (asymmetricKeyType === 'rsa') return (details?.modulusLength ?? 0) >= LEAST_RSA_BITS;
    return asymmetricKeyType === 'ec' ? CURVES.has(details?.namedCurve ?? '') : asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
};
