import { domainToASCII } from 'node:url';

/** RFC 5321 section 4.5.3.1. */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const ASCII = /^[\u0021-\u007e]*$/;

/**
 * An e-mail address as it is stored and compared: trimmed, lower case, an international domain in its ASCII form.
 * Null where it is none: quoted local parts, address literals and domains without a dot count as none.
 */
export const normaliseEmail = (text: string): string | null => {
  const address = text.trim().toLowerCase();
  if (address.length > MAX_ADDRESS) return null;
  const at = address.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL_PART || !LOCAL_PART.test(address.slice(0, at))) return null;
  const given = address.slice(at + 1);
  const domain = ASCII.test(given) ? given : domainToASCII(given);
  if (!DOMAIN.test(domain) || at + 1 + domain.length > MAX_ADDRESS) return null;
  return domain === given ? address : `${address.slice(0, at)}@${domain}`;
};
