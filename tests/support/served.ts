import fastify, { type FastifyInstance } from 'fastify';
import { compileContract } from '../../scripts/generate/compile-contract.ts';
import { RegError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { TokenVerifier } from '../../src/ports/tokens.ts';
import type { Contract, HandlersOf } from '../../src/services/contract.ts';
import { registerService } from '../../src/services/routes.ts';
import { createService } from '../../src/services/service.ts';
import { silentLog } from './silent-log.ts';

/**
 * Tokens anyone can read: `operator`, or an app's audience and scopes as `service:entry|entry:read entry:write`
 * with `+` for spaces.
 */
export const readableTokens: TokenVerifier = {
  verify: async (token, audience) => {
    if (token === 'operator') return { kind: 'operator', name: 'olga' };
    if (token === 'fan') return { kind: 'fan', globalUserId: 'fan-1', email: null, claims: {} };
    const [forAudience, scopes = ''] = token.split('|');
    if (forAudience !== audience) throw new RegError('TOKEN_INVALID', 'The token is not valid here: sign in again, or ask for a new one.');
    return { kind: 'app', name: 'tester', scopes: new Set(scopes.split('+')) };
  },
  jwks: async () => ({ keys: [] }),
};

/** A service on a free port of this machine. */
export const serve = async <C extends Contract>(
  contract: C,
  handlers: HandlersOf<C>,
  log: Pick<Log, 'error'> = silentLog,
): Promise<{ readonly app: FastifyInstance; readonly url: string }> => {
  const app = fastify({ genReqId: () => 'made-here', forceCloseConnections: true });
  registerService(app, createService({ served: compileContract(contract), handlers, tokens: readableTokens, log }));
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
};
