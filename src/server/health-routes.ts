import type { FastifyInstance } from 'fastify';

/** Whether the system can take traffic, and what of it cannot. */
export interface Readiness {
  readonly ready: boolean;
  /** Each part by name: whether it works. */
  readonly checks: Readonly<Record<string, boolean>>;
}

/** `/healthz`: the process answers. `/readyz`: it can take traffic; 503 where it cannot. */
export const registerHealthRoutes = (app: FastifyInstance, { ready }: { readonly ready: () => Promise<Readiness> }): void => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    const readiness = await ready();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
};
