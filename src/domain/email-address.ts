import { domainToASCII } from 'node:url';

/** RFC 5321 section 4.5.3.1. */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const ASCII = /^[\u0021-\u007e]*$/;
/** What may be part of an international domain; the conversion reads other signs as the end of a host, and drops what follows. */
const INTERNATIONAL = /^[A-Za-z0-9.\u0080-\u{10ffff}-]+$/u;

/**
 * An e-mail address as it is stored and compared: trimmed, lower case, an international domain in its ASCII form.
 * Null where it is none: quoted local parts, address literals and domains without a dot count as none.
 */
export const normaliseEmail = (text: string): string | null => {
  const address = text.trim();
  if (address.length > MAX_ADDRESS) return null;
  const at = address.lastIndexOf('@');
  // Before it is in lower case: a sign such as that of Kelvin would become a letter, and the address somebody else's.
  if (at < 1 || at > MAX_LOCAL_PART || !LOCAL_PART.test(address.slice(0, at))) return null;
  const domain = domainOf(address.slice(at + 1));
  return domain === null || at + 1 + domain.length > MAX_ADDRESS ? null : `${address.slice(0, at).toLowerCase()}@${domain}`;
};

const domainOf = (given: string): string | null => {
  const domain = ASCII.test(given) ? given.toLowerCase() : INTERNATIONAL.test(given) ? domainToASCII(given) : '';
  return DOMAIN.test(domain) ? domain : null;
};
