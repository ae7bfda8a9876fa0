import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenVerifier } from '../../ports/tokens.ts';
import { whyRefused } from '../../server/error-answer.ts';
import { ANONYMOUS, identityOf } from '../../server/identity.ts';
import { named } from './naming-errors.ts';

/** AppSync's question (AWS AppSync developer guide, "AWS_LAMBDA authorization"). */
export interface AuthorizerEvent {
  readonly authorizationToken?: string;
}

/** AppSync's answer. `resolverContext` holds texts alone, which resolvers find in `ctx.identity.resolverContext`. */
export interface AuthorizerAnswer {
  readonly isAuthorized: boolean;
  readonly resolverContext?: Readonly<Record<string, string>>;
  /** Seconds for which AppSync goes by this answer for this token. */
  readonly ttlOverride: number;
}

export interface AppSyncAuthorizerOptions {
  readonly tokens: TokenVerifier;
  readonly clock: Clock;
  /** The `issuer` that workers see of a caller's identity. */
  readonly issuer: string;
  /** Told at `debug` why a token was refused. */
  readonly log: Pick<Log, 'debug'>;
}

const LONGEST_SECONDS = 300;
const REFUSED_SECONDS = 60;

/**
 * Lets through whoever has a token that holds, as a fan, an app or an operator, and `anonymous` as nobody: what a field
 * asks for is its worker's to check. The token comes with or without `Bearer`. Throws where it cannot be decided.
 */
export const appSyncAuthorizer =
  ({ tokens, clock, issuer, log }: AppSyncAuthorizerOptions) =>
  async ({ authorizationToken = '' }: AuthorizerEvent): Promise<AuthorizerAnswer> => {
    const token = authorizationToken.replace(/^Bearer +/i, '').trim();
    if (token === ANONYMOUS) return { isAuthorized: true, resolverContext: {}, ttlOverride: LONGEST_SECONDS };
    try {
      const { sub, claims } = identityOf(await tokens.verify(token, 'reg-workers'), issuer);
      const left = expiryIn(token) - Math.floor(clock.now() / 1000);
      const ttlOverride = Math.max(0, Math.min(LONGEST_SECONDS, left));
      return { isAuthorized: true, resolverContext: { sub, issuer, claims: JSON.stringify(claims) }, ttlOverride };
    } catch (error) {
      const refused = whyRefused(error);
      if (refused === null) throw named(error);
      log.debug({ error: refused }, 'a token was refused');
      return { isAuthorized: false, ttlOverride: REFUSED_SECONDS };
    }
  };

/** Of a token that was checked: `exp`, seconds since the epoch. */
const expiryIn = (token: string): number => {
  const { exp }: { readonly exp?: unknown } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof exp === 'number' ? exp : 0;
};
