import type { FastifyInstance } from 'fastify';
import { RegError } from '../../errors.ts';
import type { TokenVerifier } from '../../ports/tokens.ts';
import { bearerToken } from '../identity.ts';
import { PROMETHEUS_TYPE } from './prometheus-text.ts';

/** What an app's token has to hold to read metrics, as a server of Prometheus does. */
export const METRICS_SCOPE = 'metrics:read';

export interface MetricsRoutesOptions {
  readonly tokens: TokenVerifier;
  /** The text of the moment. */
  readonly text: () => Promise<string>;
}

/** `/metrics`, for operators and for apps with the scope `metrics:read`. */
export const registerMetricsRoutes = (app: FastifyInstance, { tokens, text }: MetricsRoutesOptions): void => {
  app.get('/metrics', async ({ headers }, reply) => {
    const token = bearerToken(headers.authorization);
    if (token === null) throw new RegError('TOKEN_INVALID', `Metrics need a token of an operator, or of an app with the scope ${METRICS_SCOPE}.`);
    const caller = await tokens.verify(token, 'reg-workers');
    if (caller.kind !== 'operator' && !(caller.kind === 'app' && caller.scopes.has(METRICS_SCOPE)))
      throw new RegError('SCOPE_MISSING', `Metrics need a token of an operator, or of an app with the scope ${METRICS_SCOPE}.`, {
        detail: { scope: METRICS_SCOPE },
      });
    return reply
      .header('content-type', PROMETHEUS_TYPE)
      .header('cache-control', 'no-store')
      .send(await text());
  });
};
