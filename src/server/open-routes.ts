import type { FastifyInstance } from 'fastify';
import type { TokenVerifier } from '../ports/tokens.ts';

/** What anybody may read: where things are, and the keys that tokens are checked with (RFC 7517). */
export const registerOpenRoutes = (app: FastifyInstance, { tokens }: { readonly tokens: TokenVerifier }): void => {
  app.get('/', async (_, reply) => reply.type('text/plain; charset=utf-8').send(PLACES));
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply
      .type('application/jwk-set+json')
      .header('cache-control', 'public, max-age=300')
      .send(JSON.stringify(await tokens.jwks())),
  );
};

const PLACES = `reg-workers

POST /graphql                                           registrations
/services/<campaign|entry|user|code|export>/docs         the five services, and openapi.json beside it
/operator/docs                                          the running flow
/.well-known/jwks.json                                  keys
/healthz, /readyz                                       alive, ready
`;
