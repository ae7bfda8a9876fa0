import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { RegError } from '../../src/errors.ts';
import { openFrontDoor } from '../support/front-door.ts';

describe('what everybody may read', () => {
  test('the front page says where things are', async () => {
    const { url } = await openFrontDoor();
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('/graphql');
  });

  test('the keys are published, and may be kept for a while', async () => {
    const { url } = await openFrontDoor();
    const response = await fetch(`${url}/.well-known/jwks.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/jwk-set\+json/);
    expect(response.headers.get('cache-control')).toMatch(/max-age=\d+/);
    expect(await response.json()).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig' }] });
  });

  test.each(['/', '/.well-known/jwks.json'])('%s carries the security headers', async (path) => {
    const { url } = await openFrontDoor();
    const { headers } = await fetch(url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('no answer says what it is made with', async () => {
    const { url } = await openFrontDoor();
    const { headers } = await fetch(url);
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });
});

describe('health', () => {
  test('alive is alive, ready or not', async () => {
    const { url } = await openFrontDoor({ ready: async () => ({ ready: false, checks: { storage: false } }) });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { ready: false, checks: { storage: false } }]);
  });

  test('ready takes traffic', async () => {
    const { url } = await openFrontDoor({ ready: async () => ({ ready: true, checks: { storage: true } }) });
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { ready: true, checks: { storage: true } }]);
  });
});

describe('errors outside GraphQL look the same', () => {
  test('a path that is not there', async () => {
    const { url } = await openFrontDoor();
    const response = await fetch(`${url}/nowhere`, { headers: { 'x-correlation-id': 'abcd-1234' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'NOT_FOUND', correlationId: 'abcd-1234' } }] });
    expect(response.headers.get('x-correlation-id')).toBe('abcd-1234');
  });

  test.each([
    [new TypeError('reading secret-thing'), 500, 'INTERNAL'],
    [new RegError('STORAGE_FULL', 'no room in /srv/data'), 503, 'STORAGE_FULL'],
    [new RegError('CONFLICT', 'It changed meanwhile.'), 409, 'CONFLICT'],
  ] as const)('%s', async (error, status, code) => {
    const { url } = await openFrontDoor({
      services: (app) => {
        app.get('/failing', () => Promise.reject(error));
      },
    });
    const response = await fetch(`${url}/failing`);
    expect([response.status, response.headers.has('retry-after')]).toEqual([status, status === 503]);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(text).not.toMatch(/secret-thing|\/srv|at /);
  });
});

describe('what is no proper request', () => {
  test('a path that cannot be read is refused like any other', async () => {
    const { url } = await openFrontDoor();
    const response = await fetch(`${url}/%`, { headers: { 'x-correlation-id': 'abcd-1234' } });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'INPUT_INVALID', correlationId: 'abcd-1234' } }] });
  });

  test.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s gets a status and the end of the connection', async (_, text, status) => {
    const { url } = await openFrontDoor();
    const received = await new Promise<string>((resolve) => {
      let all = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => {
        all += chunk;
      });
      socket.on('close', () => resolve(all));
    });
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(received).not.toContain('aaaa');
  });
});

test.each(['/', '/healthz', '/nowhere', '/.well-known/jwks.json'])('%s answers with a correlation id', async (path) => {
  const { url } = await openFrontDoor();
  expect((await fetch(url + path, { headers: { 'x-correlation-id': 'abcd-1234' } })).headers.get('x-correlation-id')).toBe('abcd-1234');
  expect((await fetch(url + path)).headers.get('x-correlation-id')).toMatch(/^[A-Za-z0-9-]{8,64}$/);
});

describe('closing', () => {
  const inFlight = async (path: string) => {
    let release = (): void => {};
    let arrived = (): void => {};
    const began = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const waiting = async () => {
      arrived();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return { name: 'Summer Tour' };
    };
    const world = await openFrontDoor({
      workers: { readCampaign: waiting },
      services: (app) => {
        app.get('/slow', waiting);
      },
    });
    const answer =
      path === '/graphql'
        ? world.ask({ query: '{ campaign(slug: "a") { name } }' })
        : fetch(world.url + path).then(async ({ status, headers }) => ({ status, headers }));
    await began;
    return { ...world, answer, release: () => release() };
  };

  test.each(['/graphql', '/slow'])('what is in flight at %s is answered, nothing new is taken, then it ends', async (path) => {
    const { app, url, answer, release } = await inFlight(path);
    let closed = false;
    const closing = app.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(closed).toBe(false);
    release();
    const { status, headers } = await answer;
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    await closing;
  });

  test('a connection that was open before is told to go elsewhere', async () => {
    const { app, url, answer, release } = await inFlight('/graphql');
    const body = JSON.stringify({ query: '{ campaign(slug: "b") { name } }' });
    const request = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    let received = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    // Half a request keeps the connection from being idle, so that it is still there when the server closes.
    await new Promise<void>((resolve) => socket.write(request.slice(0, 40), () => resolve()));
    const ended = new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('close', () => resolve());
    });
    while ((await new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)))) < 2)
      await new Promise((resolve) => setImmediate(resolve));
    const closing = app.close();
    await new Promise((resolve) => setImmediate(resolve));
    socket.write(request.slice(40));
    await ended;
    expect(received).toMatch(/^HTTP\/1\.1 503 /);
    expect(received).toMatch(/retry-after: \d+/i);
    expect(received).toMatch(/connection: close/i);
    release();
    expect((await answer).status).toBe(200);
    await closing;
  });
});
