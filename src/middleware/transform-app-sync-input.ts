import { RegError } from '../errors.ts';
import type { Caller } from '../ports/tokens.ts';
import type { Middleware } from './invocation.ts';
import type { ResolverEvent, ResolverIdentity, ResolverInput } from './lambda.ts';

/** From AppSync's resolver event to the worker's input: arguments, who calls, and the answer of the worker before. */
export const transformAppSyncInput = (): Middleware => ({
  before: (request) => {
    const event = request.event as Partial<ResolverEvent> | null;
    if (event === null || typeof event !== 'object' || typeof event.arguments !== 'object') {
      throw new RegError('EVENT_MALFORMED', 'A resolver was called with an event that has no arguments.');
    }
    const input: ResolverInput = {
      arguments: event.arguments,
      caller: event.identity === null || event.identity === undefined ? null : callerOf(event.identity),
      previous: event.prev?.result ?? null,
    };
    request.event = input;
  },
});

/** The claims of a checked token as the caller they stand for; the front door or AppSync has verified them. */
export const callerOf = (identity: ResolverIdentity): Caller => {
  const known = callers.get(identity);
  if (known !== undefined) return known;
  const caller = readCaller(identity);
  callers.set(identity, caller);
  return caller;
};

/** The workers of one pipeline share an identity, and so do the requests of one app's token. */
const callers = new WeakMap<ResolverIdentity, Caller>();

const readCaller = ({ sub, claims }: ResolverIdentity): Caller => {
  if (claims.token_use === 'app') return { kind: 'app', name: sub, scopes: new Set(typeof claims.scope === 'string' ? claims.scope.split(' ') : []) };
  if (claims.token_use === 'operator') return { kind: 'operator', name: sub };
  return {
    kind: 'fan',
    globalUserId: sub,
    email: typeof claims.email === 'string' ? claims.email : null,
    claims: {
      ...text('firstName', claims.given_name),
      ...text('lastName', claims.family_name),
      ...text('phoneNumber', claims.phone_number),
      ...text('memberId', claims.member_id),
    },
  };
};

const text = (key: string, value: unknown): Readonly<Record<string, string>> => (typeof value === 'string' && value !== '' ? { [key]: value } : {});
