import { LOCAL_ISSUER, type TokenSigner, type TokenVerifier } from '../../../ports/tokens.ts';
import { httpConnections } from '../clients/http.ts';
import type { Cloud } from '../cloud.ts';
import { secrets } from './secrets.ts';

/** Signs and checks tokens with the deployment's key, which is fetched when the first token is asked for, as is the code that does it. */
export const tokens = (cloud: Cloud): TokenSigner & TokenVerifier => {
  const { config, clock, random } = cloud;
  const fanIssuer = config.fanIssuer === null ? null : { ...config.fanIssuer, connections: httpConnections() };
  const make = async (): Promise<TokenSigner & TokenVerifier> => {
    const { createJoseTokens } = await import('../../../adapters/jose/jose-tokens.ts');
    return createJoseTokens({ secrets: secrets(cloud), clock, random, issuer: LOCAL_ISSUER, fanIssuer });
  };
  let made: Promise<TokenSigner & TokenVerifier> | undefined;
  const once = (): Promise<TokenSigner & TokenVerifier> => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
  return {
    sign: async (request) => (await once()).sign(request),
    verify: async (token, audience) => (await once()).verify(token, audience),
    jwks: async () => (await once()).jwks(),
  };
};
