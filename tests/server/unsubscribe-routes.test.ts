import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerUnsubscribeRoutes } from '../../src/server/unsubscribe-routes.ts';
import { createUnsubscribeLinks } from '../../src/services/user/mail/unsubscribe-links.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const served = async () => {
  const links = await createUnsubscribeLinks({ secrets: createMemorySecrets(), random: createSeededRandom(1), publicUrl: 'https://tickets.example/' });
  const unsubscribed: string[] = [];
  const app = Fastify();
  registerUnsubscribeRoutes(app, {
    links: async () => links,
    unsubscribe: async (fan) => {
      unsubscribed.push(fan);
    },
  });
  const link = links.linkFor('fan-1');
  return { app, unsubscribed, link, path: link.slice('https://tickets.example'.length) };
};

test('opening the link changes nothing; it asks', async () => {
  const { app, unsubscribed, path } = await served();
  const page = await app.inject(path);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<form method="post">');
  expect(page.headers['cache-control']).toBe('no-store');
  expect(unsubscribed).toEqual([]);
});

test.each([
  ['the one click of a mail program (RFC 8058)', { 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
  ['the same as multipart', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\n--x--'],
  ['the button of the page', {}, ''],
])('%s unsubscribes', async (_, headers, payload) => {
  const { app, unsubscribed, path } = await served();
  expect((await app.inject({ method: 'POST', url: path, headers, payload })).statusCode).toBe(200);
  expect(unsubscribed).toEqual(['fan-1']);
});

test('every token that is none gets the same answer', async () => {
  const { app, unsubscribed, path } = await served();
  const answers = await Promise.all(
    ['/unsubscribe', '/unsubscribe?token=', `${path}x`, `${path}&token=1`, `/unsubscribe?token=${'a'.repeat(2000)}`].flatMap((url) => [
      app.inject(url),
      app.inject({ method: 'POST', url }),
    ]),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers[0]?.statusCode).toBe(404);
  expect(unsubscribed).toEqual([]);
});
