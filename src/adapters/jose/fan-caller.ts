import { errors, type JWTPayload } from 'jose';
import type { Caller, FanClaims } from '../../ports/tokens.ts';

/** Who a fan's token speaks for. Claim names of OpenID Connect Core, 5.1. */
export const fanCaller = (payload: JWTPayload): Caller => ({
  kind: 'fan',
  globalUserId: subjectOf(payload),
  email: isUnverified(payload.email_verified) || typeof payload.email !== 'string' || payload.email === '' ? null : payload.email,
  claims: {
    ...text('firstName', payload.given_name),
    ...text('lastName', payload.family_name),
    ...text('phoneNumber', payload.phone_number),
    ...text('memberId', payload.member_id),
  },
});

/** An address that the issuer says is unverified may be somebody else's. Some issuers say so as a text. */
const isUnverified = (verified: unknown): boolean => verified === false || (typeof verified === 'string' && verified.toLowerCase() === 'false');

const text = <K extends keyof FanClaims>(key: K, value: unknown): FanClaims => (typeof value === 'string' && value !== '' ? { [key]: value } : {});

/** The rule for a fan's id (services/schemas.ts): it becomes part of keys. */
const SUBJECT = /^[^#\s\p{Cc}]{1,128}$/u;

export const subjectOf = ({ sub }: JWTPayload): string => {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new errors.JWTInvalid('subject');
  return sub;
};
