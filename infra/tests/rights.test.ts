import { App, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { REDIS } from '../../src/environment.ts';
import { serverUse } from '../rights.ts';

const use = (server: Parameters<typeof serverUse>[2]) => {
  const { environment, statements } = serverUse(new Stack(new App(), 'flow'), 'reg', server, REDIS);
  return { environment, statements: JSON.stringify(statements) };
};

test('a function that is told the address of a server may read no secret for it', () => {
  expect(use({ url: 'rediss://redis.example' })).toEqual({ environment: { REG_REDIS_URL: 'rediss://redis.example' }, statements: '[]' });
  expect(use(null)).toEqual({ environment: {}, statements: '[]' });
});

test('one whose address is a secret is told the name and may read that secret alone', () => {
  const { environment, statements } = use({ secret: 'servers/redis' });
  expect(environment).toEqual({ REG_REDIS_SECRET: 'servers/redis' });
  expect(statements).toMatch(/"Action":"secretsmanager:GetSecretValue".*:secret:reg\/servers\/redis-\?{6}/);
});
