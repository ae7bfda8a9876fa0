import { createJoseTokens } from '../../../adapters/jose/jose-tokens.ts';
import { LOCAL_ISSUER, type TokenSigner, type TokenVerifier } from '../../../ports/tokens.ts';
import { httpConnections } from '../clients/http.ts';
import type { Cloud } from '../cloud.ts';
import { secrets } from './secrets.ts';

/** Signs and checks tokens with the deployment's key, which is fetched when the first token is asked for. */
export const tokens = (cloud: Cloud): TokenSigner & TokenVerifier => {
  const { config, clock, random } = cloud;
  const fanIssuer = config.fanIssuer === null ? null : { ...config.fanIssuer, connections: httpConnections() };
  let made: ReturnType<typeof createJoseTokens> | undefined;
  const once = (): ReturnType<typeof createJoseTokens> => {
    made ??= createJoseTokens({ secrets: secrets(cloud), clock, random, issuer: LOCAL_ISSUER, fanIssuer }).catch((error: unknown) => {
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
