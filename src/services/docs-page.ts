import { createHash } from 'node:crypto';
import { errorCodes, RegError } from '../errors.ts';
import { type DocsRow, rowsOf } from './docs-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** A page that needs nothing from elsewhere and runs nothing, with the headers that hold a browser to that. */
export interface DocsPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly security: readonly { readonly app?: readonly string[] }[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: { readonly 200: { readonly content: Media } };
}

type Media = { readonly 'application/json': { readonly schema: { readonly $ref: string } } };

/** Of an OpenAPI document, what `openApiOf` writes. */
interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** The page of a service for people, from its OpenAPI document. */
export const docsPageOf = (document: string): DocsPage => {
  const { info, servers, paths, components } = JSON.parse(document) as Document;
  const schemaAt = (reference: string): JsonSchema => components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const scopes = [...new Set(operations.flatMap(({ operation }) => operation.security.flatMap(({ app = [] }) => app)))].sort();
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(info.title)} <small>${escaped(info.version)}</small></h1>
${paragraphs(info.description)}
<p>All paths are below <code>${escaped(servers[0].url)}</code>; the same in a form for programs: <a href="openapi.json">openapi.json</a>, OpenAPI 3.1.</p>
<h2>Tokens</h2>
<p>Each call shows a bearer token in the header <code>authorization</code>.</p>
<ul>${Object.values(components.securitySchemes)
    .map(({ description }) => `<li>${inline(description)}.</li>`)
    .join('')}</ul>
${scopes.length === 0 ? '' : `<p>Scopes: ${scopes.map((scope) => `<code>${escaped(scope)}</code>`).join(', ')}.</p>`}
<h2>Operations</h2>
<nav><ul>${operations.map(({ path, method, operation }) => `<li><a href="#${operation.operationId}">${title(method, path)}</a> ${escaped(operation.summary)}</li>`).join('\n')}</ul></nav>
${operations.map(({ path, method, operation }) => section(title(method, path), operation, schemaAt)).join('\n')}
<h2 id="problem">Problems</h2>
<p>What is answered where a call could not be done, as <code>application/problem+json</code>.</p>
${table(rowsOf(schemaAt('Problem')), 'always')}
${codes()}
</main>
</body>
</html>
`;
  return { html, headers: HEADERS };
};

const title = (method: string, path: string): string => `<b>${escaped(method.toUpperCase())}</b> <code>${escaped(path)}</code>`;

const section = (heading: string, operation: DocumentedOperation, schemaAt: (reference: string) => JsonSchema): string => {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const given = parameters.map((parameter) => ({
    ...(rowsOf(parameter.schema)[0] ?? { type: 'any' }),
    place: `${parameter.name} (${parameter.in})`,
    isRequired: parameter.required === true,
    description: parameter.description ?? '',
  }));
  const parts: readonly (readonly [string, readonly DocsRow[]])[] = [
    ['Parameters', given],
    ['Body', requestBody === undefined ? [] : rowsOf(schemaAt(requestBody.content['application/json'].schema.$ref))],
    ['Answer', rowsOf(schemaAt(responses[200].content['application/json'].schema.$ref))],
  ];
  return `<section id="${escaped(operationId)}">
<h3>${heading}</h3>
<p>${escaped(summary)}. <i>${escaped(operationId)}</i></p>
${paragraphs(description)}
${parts.map(([name, rows]) => (rows.length === 0 ? '' : `<h4>${name}</h4>\n${table(rows, name === 'Answer' ? 'always' : 'needed')}`)).join('\n')}
</section>`;
};

const table = (rows: readonly DocsRow[], needed = 'needed'): string =>
  grid(
    ['name', 'what', needed, ''],
    rows.map(({ place, type, isRequired, description }) => [
      `<code>${escaped(place === '' ? 'the whole' : place)}</code>`,
      escaped(type),
      isRequired ? 'yes' : '',
      escaped(description),
    ]),
  );

/** Cells are HTML. */
const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string => `<table>
<thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

/** What an HTTP caller can be answered; to all of them docs/errors.md says more. */
const codes = (): string =>
  grid(
    ['code', 'status', 'trying again may help'],
    errorCodes.map((code) => {
      const { status, retryable } = new RegError(code, '');
      return [`<code id="${code}">${code}</code>`, String(status), retryable ? 'yes' : ''];
    }),
  );

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${inline(paragraph)}</p>`)
    .join('\n');

/** Code between backticks is all that the documents use of Markdown. */
const inline = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0}main{max-width:60rem;margin:0 auto;padding:1rem}
code,b{font-family:ui-monospace,monospace;font-size:.9em}small,i{font-weight:400;opacity:.75}
section{border-top:1px solid #8888;margin-top:2rem}h3,p,nav{overflow-wrap:anywhere}h4{margin:1rem 0 .25rem}nav ul{padding-left:1rem}
table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;
