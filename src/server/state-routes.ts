import type { FastifyInstance } from 'fastify';
import type { TokenVerifier } from '../ports/tokens.ts';

/** Whether the system can take traffic, and what of it cannot. */
export interface Readiness {
  readonly ready: boolean;
  /** Each part by name: whether it works. */
  readonly checks: Readonly<Record<string, boolean>>;
}

/** `/healthz`: the process answers. `/readyz`: it can take traffic, 503 where not. `/.well-known/jwks.json`: the keys that tokens are checked with. */
export const registerStateRoutes = (
  app: FastifyInstance,
  { tokens, ready }: { readonly tokens: TokenVerifier; readonly ready: () => Promise<Readiness> },
): void => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    const readiness = await ready();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply
      .header('content-type', 'application/jwk-set+json')
      .header('cache-control', 'public, max-age=300')
      .send(await tokens.jwks()),
  );
  app.get('/', async (_, reply) => reply.header('content-type', 'text/plain; charset=utf-8').send(PLACES));
};

const PLACES = `reg-workers

GraphQL            POST /graphql
The five services  /services/<campaign|entry|user|code|export>/openapi.json
Keys               /.well-known/jwks.json
Health             /healthz, /readyz
`;
