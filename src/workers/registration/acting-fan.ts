import { isGlobalUserId } from '../../domain/global-user-id.ts';
import { RegError } from '../../errors.ts';
import type { Caller } from '../../ports/tokens.ts';

/** What an app's token must hold to speak for a fan. */
export type EntryScope = 'entries:read' | 'entries:write';

/**
 * For which fan a caller speaks: a fan for nobody but themselves, whatever the request says; an app with the scope for
 * the fan it names. Throws `TOKEN_INVALID` without a caller, `SCOPE_MISSING` for an app without the scope and for
 * operators, `INPUT_INVALID` where an app names no fan.
 */
export const actingFan = (caller: Caller | null, scope: EntryScope, named: unknown): string => {
  const sub = requireFanOrApp(caller, scope);
  if (sub !== null) return requireFanId(sub, 'the claim sub of the token');
  return requireFanId(named, 'globalUserId; an app has to name the fan it speaks for');
};

/**
 * What is known of the fan, with the claims of the fan's own token over what the request says of them; an app's word
 * is taken as it is. Nothing is checked yet but who may speak. Throws `TOKEN_INVALID` and `SCOPE_MISSING` as above.
 */
export const claimedUserInfo = (caller: Caller | null, scope: EntryScope, userInfo: unknown): Readonly<Record<string, unknown>> => {
  const sub = requireFanOrApp(caller, scope);
  const given = typeof userInfo === 'object' && userInfo !== null && !Array.isArray(userInfo) ? (userInfo as Readonly<Record<string, unknown>>) : {};
  if (sub === null || caller?.kind !== 'fan') return given;
  return { ...given, ...caller.claims, ...(caller.email !== null && { email: caller.email }), globalUserId: sub };
};

/** Whether the fan's address is vouched for, by the token or by the app that speaks for the fan; else it is what the fan typed. */
export const hasVerifiedEmail = (caller: Caller | null): boolean => caller !== null && (caller.kind !== 'fan' || caller.email !== null);

/** The fan's id, or null for an app that holds the scope. */
const requireFanOrApp = (caller: Caller | null, scope: EntryScope): string | null => {
  if (caller === null) throw new RegError('TOKEN_INVALID', 'No token was given. Sign in, and send the token as a bearer token.');
  if (caller.kind === 'fan') return caller.globalUserId;
  if (caller.kind === 'app' && caller.scopes.has(scope)) return null;
  throw new RegError('SCOPE_MISSING', `Speaking for a fan takes the fan's own token, or an app's token with the scope ${scope}.`, { detail: { scope } });
};

const requireFanId = (value: unknown, where: string): string => {
  if (isGlobalUserId(value)) return value;
  throw new RegError('INPUT_INVALID', `No fan's id in ${where}: 1 to 128 characters without white space and "#".`, { detail: { field: 'globalUserId' } });
};
