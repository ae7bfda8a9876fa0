/** The five services; the workers know them by their HTTP contract alone. */
export type ServiceName = 'campaign' | 'entry' | 'user' | 'code' | 'export';

/** Who calls: one of three kinds, each with a token type of its own. */
export type Caller =
  | { readonly kind: 'fan'; readonly globalUserId: string; readonly email: string | null; readonly claims: FanClaims }
  | { readonly kind: 'app'; readonly name: string; readonly scopes: ReadonlySet<string> }
  | { readonly kind: 'operator'; readonly name: string };

export interface FanClaims {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phoneNumber?: string;
  readonly memberId?: string;
}

/** The OpenID Connect issuer of fans' tokens, as a company sets it. */
export interface FanIssuer {
  /** Letter for letter the `iss` of its tokens. */
  readonly issuer: string;
  /** Where its keys are; null: where its own description (OpenID Connect Discovery 1.0) says. */
  readonly jwksUri: string | null;
  /** A token is taken for one of these: its `aud`, or its `client_id` where it has no `aud`. */
  readonly audiences: readonly string[];
  /** The `typ` of its tokens' headers, in lower case without `application/`; `none` for a header without. */
  readonly types: readonly string[];
}

/** The `iss` of tokens that are signed with the local key, by the system and by the command `reg` alike. */
export const LOCAL_ISSUER = 'reg-workers';

/** The project's own audience for fans, apps and operators at the front door; services have their own. */
export type Audience = 'reg-workers' | `service:${ServiceName}`;

/** Signs tokens with the local key (RS256; RFC 7519, RFC 9068 for the `typ` values). */
export interface TokenSigner {
  sign(caller: TokenRequest): Promise<string>;
}

export type TokenRequest =
  | { readonly kind: 'fan'; readonly globalUserId: string; readonly email?: string; readonly ttlSeconds: number }
  | { readonly kind: 'app'; readonly name: string; readonly scopes: readonly string[]; readonly audience: Audience; readonly ttlSeconds: number }
  | { readonly kind: 'operator'; readonly name: string; readonly ttlSeconds: number };

/** Checks algorithm, issuer, audience, type, expiry (required) with at most 60 s of skew. */
export interface TokenVerifier {
  /** Throws `TOKEN_INVALID`, never saying more to the caller than that. */
  verify(token: string, audience: Audience): Promise<Caller>;
  /** The public keys, RFC 7517. */
  jwks(): Promise<{ readonly keys: readonly Readonly<Record<string, unknown>>[] }>;
}
