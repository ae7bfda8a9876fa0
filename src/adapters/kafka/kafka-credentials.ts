import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { RegError } from '../../errors.ts';

/** What a client shows the brokers, and whom it believes, as PEM. */
export interface KafkaCredentials {
  /** The authority of the brokers' certificates; undefined: those that Node knows. */
  readonly ca: string | undefined;
  /** With those between it and the authority. */
  readonly certificate: string;
  readonly key: string;
  /** When the certificate runs out, in UTC milliseconds. */
  readonly expiresAt: number;
}

/** Reads the secret's JSON, `{ "ca", "certificate", "key" }`. Throws `CONFIG_INVALID`, which never repeats what is in it. */
export const readCredentials = (name: string, secret: Uint8Array): KafkaCredentials => {
  const wrong = (what: string): RegError => new RegError('CONFIG_INVALID', `The secret ${name} has to be ${what}.`, { detail: { name } });
  const { ca, certificate, key } = textsOf(secret) ?? {};
  if (typeof certificate !== 'string' || typeof key !== 'string' || (ca !== undefined && typeof ca !== 'string'))
    throw wrong('JSON with the members `certificate`, `key` and, unless a public authority signed for the brokers, `ca`, each a PEM text');
  try {
    createSecureContext({ ca, cert: certificate, key });
  } catch {
    // OpenSSL's own words may quote the text.
    throw wrong('a certificate with the key that belongs to it, and an authority, all as PEM');
  }
  return { ca, certificate, key, expiresAt: Date.parse(new X509Certificate(certificate).validTo) };
};

const textsOf = (secret: Uint8Array): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(secret).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
};
