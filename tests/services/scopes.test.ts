import { beforeAll, describe, expect, test } from 'vitest';
import { createJoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import { campaignServed } from '../../src/generated/served/campaign.ts';
import { codeServed } from '../../src/generated/served/code.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import { exportServed } from '../../src/generated/served/export.ts';
import { operatorServed } from '../../src/generated/served/operator.ts';
import { userServed } from '../../src/generated/served/user.ts';
import type { Audience, TokenRequest } from '../../src/ports/tokens.ts';
import type { ServedContract, ServedOperation } from '../../src/services/served-contract.ts';
import { createService } from '../../src/services/service.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';

/** As they are served, with the tokens of the product: each operation is asked by everybody who must not get through. */
const served: readonly ServedContract[] = [campaignServed, entryServed, userServed, codeServed, exportServed, operatorServed];
const operations = served.flatMap((contract) =>
  Object.entries(contract.operations).map(([name, operation]) => ({ contract, name, operation, title: `${contract.service}.${name}` })),
);
/** Every scope that there is, and two that there are not. */
const scopes = [...new Set([...operations.map(({ operation }) => operation.scope), 'entries:write', 'entries:read', 'metrics:read', 'everything', '*'])];
const audienceOf = ({ service }: ServedContract): Audience => (service === 'operator' ? 'reg-workers' : `service:${service}`);

const TTL_SECONDS = 600;
const clock = createSetClock();
let tokens: Awaited<ReturnType<typeof createJoseTokens>>;
let foreign: typeof tokens;

const openTokens = () => createJoseTokens({ secrets: createMemorySecrets(), clock, random: createSeededRandom(1), issuer: 'reg-workers', fanIssuer: null });
beforeAll(async () => {
  tokens = await openTokens();
  foreign = await openTokens();
});

const app = (audience: Audience, ...granted: readonly string[]): TokenRequest => ({
  kind: 'app',
  name: 'tester',
  scopes: granted,
  audience,
  ttlSeconds: TTL_SECONDS,
});

/** What an operation answers, and how far the request got. */
const ask = async (contract: ServedContract, { method, path }: ServedOperation, token: string | null) => {
  const reached: string[] = [];
  const reach = async (): Promise<never> => {
    reached.push('rules');
    return undefined as never;
  };
  const handlers = Object.fromEntries(Object.keys(contract.operations).map((name) => [name, reach]));
  const service = createService({ served: contract, handlers, tokens, log: silentLog });
  const readBody = async (): Promise<null> => {
    reached.push('body');
    return null;
  };
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const { status, body } = await service.answer({
    method,
    path: `${service.prefix}/v1${path.replaceAll(/:\w+/g, '1')}`,
    query: '',
    headers,
    id: 'id',
    readBody,
  });
  return { status, code: (JSON.parse(body) as { code?: string }).code, reached };
};

describe.each(operations)('$title', ({ contract, operation }) => {
  const audience = audienceOf(contract);
  const own = operation.scope === 'operator' ? [] : [operation.scope];

  test('refuses an app that has every scope but its own', async () => {
    const token = await tokens.sign(app(audience, ...scopes.filter((scope) => !own.includes(scope as never))));
    expect(await ask(contract, operation, token)).toEqual({ status: 403, code: 'SCOPE_MISSING', reached: [] });
  });

  test('refuses fans, whatever they are', async () => {
    const token = await tokens.sign({ kind: 'fan', globalUserId: 'fan-1', email: 'ann@example.org', ttlSeconds: TTL_SECONDS });
    const answer = await ask(contract, operation, token);
    expect([401, 403]).toContain(answer.status);
    expect(answer.reached).toEqual([]);
  });

  test('refuses nobody, another audience, an expired token and one of another key', async () => {
    const refused = { status: 401, code: 'TOKEN_INVALID', reached: [] };
    expect(await ask(contract, operation, null)).toEqual(refused);
    for (const other of served.map(audienceOf).filter((one) => one !== audience))
      expect(await ask(contract, operation, await tokens.sign(app(other, ...own)))).toEqual(refused);
    expect(await ask(contract, operation, await foreign.sign(app(audience, ...own)))).toEqual(refused);
    expect(await ask(contract, operation, await foreign.sign({ kind: 'operator', name: 'eve', ttlSeconds: TTL_SECONDS }))).toEqual(refused);
    const good = [await tokens.sign(app(audience, ...own)), await tokens.sign({ kind: 'operator', name: 'olga', ttlSeconds: TTL_SECONDS })];
    clock.advance((TTL_SECONDS + 61) * 1000);
    for (const token of good) expect(await ask(contract, operation, token)).toEqual(refused);
  });

  test('lets through an app with its scope alone, and operators', async () => {
    const admitted = await Promise.all(
      [app(audience, ...own), { kind: 'operator', name: 'olga', ttlSeconds: TTL_SECONDS } as const].map((request) => tokens.sign(request)),
    );
    const [byApp, byOperator] = await Promise.all(admitted.map((token) => ask(contract, operation, token)));
    expect([401, 403]).not.toContain(byOperator?.status);
    if (own.length > 0) expect(byApp).toEqual(byOperator);
    else expect(byApp).toEqual({ status: 403, code: 'SCOPE_MISSING', reached: [] });
  });
});
