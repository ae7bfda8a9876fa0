import fastify, { type FastifyInstance } from 'fastify';
import { checkCompiler, compileContract } from '../../scripts/generate/compile-contract.ts';
import { RegError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { TokenVerifier } from '../../src/ports/tokens.ts';
import type { Contract, HandlersOf } from '../../src/services/contract.ts';
import { jsonSchemaOf } from '../../src/services/json-schema.ts';
import { registerService } from '../../src/services/routes.ts';
import type { ServedContract } from '../../src/services/served-contract.ts';
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

/** Answers are held against their schemas whole: serialisers only make sure that what is named is there. */
const withCheckedAnswers = <C extends Contract>(contract: C, served: ServedContract<C>): ServedContract<C> => ({
  ...served,
  operations: Object.fromEntries(
    Object.entries(served.operations).map(([name, operation]) => {
      const schema = contract.operations[name]?.answer ?? {};
      const isRight = checkCompiler('body').compile(jsonSchemaOf(schema));
      const serialise = (answer: unknown): string => {
        const text = operation.serialise(answer);
        if (isRight(JSON.parse(text))) return text;
        throw new Error(`${contract.service}.${name} answered something else than its contract says: ${JSON.stringify(isRight.errors)}`);
      };
      return [name, { ...operation, serialise }];
    }),
  ),
});

/** A service on a free port of this machine. */
export const serve = async <C extends Contract>(
  contract: C,
  handlers: HandlersOf<C>,
  log: Pick<Log, 'error'> = silentLog,
): Promise<{ readonly app: FastifyInstance; readonly url: string }> => {
  const app = fastify({ genReqId: () => 'made-here', forceCloseConnections: true });
  registerService(app, createService({ served: withCheckedAnswers(contract, compileContract(contract)), handlers, tokens: readableTokens, log }));
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
};
