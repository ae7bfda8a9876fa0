import { App, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { REDIS } from '../../src/environment.ts';
import { serverUse, smtpUse } from '../rights.ts';

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

test('who sends mails is told how, and may read the address and the key alone', () => {
  const smtp = { address: { secret: 'servers/smtp' }, bounceAddress: 'returned@bounce.example', dkim: { selector: 'reg1', secret: 'dkim/reg1' } };
  const { environment, statements } = smtpUse(new Stack(new App(), 'flow'), { prefix: 'reg', smtp });
  expect(environment).toEqual({
    REG_SMTP_SECRET: 'servers/smtp',
    REG_BOUNCE_ADDRESS: 'returned@bounce.example',
    REG_DKIM_SELECTOR: 'reg1',
    REG_DKIM_SECRET: 'dkim/reg1',
  });
  expect(JSON.stringify(statements)).toMatch(/GetSecretValue.*:secret:reg\/servers\/smtp-\?{6}.*GetSecretValue.*:secret:reg\/dkim\/reg1-\?{6}/);
});
