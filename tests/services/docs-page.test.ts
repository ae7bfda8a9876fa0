import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { operatorContract } from '../../src/server/operator-contract.ts';
import { codeContract } from '../../src/services/code/contract.ts';
import type { Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { docsPageOf } from '../../src/services/docs-page.ts';
import { rowsOf } from '../../src/services/docs-schema.ts';
import { jsonSchemaOf } from '../../src/services/json-schema.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import { Nullable } from '../../src/services/schemas.ts';
import { serve } from '../support/served.ts';

const pageOf = (contract: Contract) => docsPageOf(JSON.stringify(openApiOf(contract)));

describe.each([...Object.values(contracts), operatorContract].map((contract) => [contract.service, contract] as const))('the page of %s', (_, contract) => {
  test('shows each operation with its path, its scope and where to find it', () => {
    const { html } = pageOf(contract);
    for (const [name, { path, scope }] of Object.entries<Contract['operations'][string]>(contract.operations)) {
      const section = html.split(`<section id="${name}">`)[1]?.split('</section>')[0] ?? expect.fail(name);
      expect(section).toContain(`<code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
      expect(section).toContain(scope === 'operator' ? 'For operators.' : `<code>${scope}</code>`);
      expect(html).toContain(`<a href="#${name}">`);
    }
  });

  test('asks nobody else for anything and runs nothing, and says so to the browser', () => {
    const { html, headers } = pageOf(contract);
    expect(html).not.toMatch(/<(script|img|link|iframe|object|embed|form|base)\b|\bon\w+=|style=|url\(|@import/i);
    expect([...html.matchAll(/(?:href|src)="([^"#]*)/g)].map(([, target]) => target).filter(Boolean)).toEqual(['openapi.json']);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });
});

test('is served to everybody, beside the document', async () => {
  const { app, url } = await serve(codeContract, {} as never);
  const response = await fetch(`${url}/services/code/docs`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toMatch(/^<!doctype html>/);
  expect((await fetch(new URL('openapi.json', response.url))).status).toBe(200);
  await app.close();
});

test('lists the codes of problems with their status', () => {
  const { html } = pageOf(codeContract);
  expect(html).toContain('<td><code id="SCOPE_MISSING">SCOPE_MISSING</code></td><td>403</td><td></td>');
  expect(html).toContain('<td><code id="SERVICE_UNAVAILABLE">SERVICE_UNAVAILABLE</code></td><td>503</td><td>yes</td>');
});

test('lists the scopes that its operations ask for', () => {
  expect(pageOf(codeContract).html).toContain('<p>Scopes: <code>code:read</code>, <code>code:write</code>.</p>');
  expect(pageOf(operatorContract).html).not.toContain('Scopes:');
});

test('what a contract says is shown as text', () => {
  const contract = {
    service: 'code',
    operations: { odd: { method: 'GET', path: '/odd', summary: '<script>alert("1")</script> & `more`', scope: 'operator', answer: Type.Object({}) } },
  } as const satisfies Contract;
  const { html } = pageOf(contract);
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;');
  expect(html).not.toContain('<script');
});

describe('members of a schema', () => {
  const rows = (schema: Parameters<typeof jsonSchemaOf>[0]) => rowsOf(jsonSchemaOf(schema)).map(({ place, type, isRequired }) => [place, type, isRequired]);

  test('are named by their place, with what holds for them', () => {
    expect(
      rows(
        Type.Object({
          codes: Type.Array(Type.Object({ code: Type.String({ minLength: 1, maxLength: 9 }) }), { minItems: 1, maxItems: 5 }),
          limit: Type.Optional(Type.Integer({ minimum: 1, default: 3 })),
          state: Nullable(Type.Union([Type.Literal('A'), Type.Literal('B')])),
          byMarket: Type.Record(Type.String(), Type.Object({ winners: Type.Integer() })),
          names: Type.Array(Type.String()),
        }),
      ),
    ).toEqual([
      ['codes', 'list of object, 1 to 5 of them', true],
      ['codes[]', 'object', true],
      ['codes[].code', 'string, 1 to 9 characters', true],
      ['limit', 'integer, at least 1, default 3', false],
      ['state', 'A | B or null', true],
      ['byMarket', 'object', true],
      ['byMarket.{…}', 'object', false],
      ['byMarket.{…}.winners', 'integer', true],
      ['names', 'list of string', true],
    ]);
  });
});
