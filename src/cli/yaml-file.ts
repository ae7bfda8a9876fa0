import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import { RegError } from '../errors.ts';
import { readFailure } from './utf8-chunks.ts';

/** A file of settings as it was read, with the way back from a problem to its line. */
export interface YamlFile {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The line of a path such as `markets[0].event.date`, or of the nearest thing around it that is in the file. */
  lineOf(path: string): number;
}

/** Something wrong with a file, by the path to it. */
export interface FileProblem {
  readonly path: string;
  readonly problem: string;
}

/** Reads a mapping; `emptyHint` says what a file that is none lacks. Throws `CAMPAIGN_INVALID` with `file:line: problem` a line, `FILE_MISSING`. */
export const readYamlFile = async (name: string, emptyHint: string): Promise<YamlFile> => {
  const text = decode(name, await readFile(name).catch((error) => Promise.reject(readFailure(name, error))));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' });
  if (document.errors.length > 0) {
    throw linesInvalid(syntaxProblems(document.errors).map(({ pos, message }) => `${name}:${lines.linePos(pos[0]).line}: ${message}`));
  }
  const content: unknown = toPlain(name, document);
  if (!isRecord(content)) throw linesInvalid([`${name}:1: ${emptyHint}`]);
  return { name, content, lineOf: (path) => lineOf(document, lines, path) };
};

/** What is wrong with a file in its own terms: `file:line: path: problem`, one a line, from the top down. */
export const fileInvalid = ({ name, lineOf }: Pick<YamlFile, 'name' | 'lineOf'>, problems: readonly FileProblem[]): RegError => {
  const placed = problems.map(({ path, problem }) => ({ line: lineOf(path), path, problem })).toSorted((a, b) => a.line - b.line);
  return linesInvalid(
    placed.map(({ line, path, problem }) => `${name}:${line}: ${path === '' ? '' : `${path}: `}${problem}`),
    { file: name, problems: placed },
  );
};

const linesInvalid = (lines: readonly string[], detail: Readonly<Record<string, unknown>> = {}): RegError =>
  new RegError('CAMPAIGN_INVALID', lines.join('\n'), { detail });

const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'is indented with a tab; use spaces',
  DUPLICATE_KEY: 'names a key that its mapping has already; keep one of the two',
  MULTIPLE_DOCS: 'begins a second document; keep one a file',
  BLOCK_AS_IMPLICIT_KEY: 'is no YAML; is it indented as the lines around it are, and is a text that holds ": " in quotes?',
  BAD_ALIAS: 'refers by * to an anchor that is not set above it by &',
};
const TOO_MANY = 'refers to its anchors so often that it would not fit into memory; write out what they stand for';

/** What follows the first mistake in the form of a file is mostly its consequence; keys that are there twice are not. */
const syntaxProblems = (errors: Document['errors']): readonly { readonly pos: readonly [number, number]; readonly message: string }[] => {
  const [first] = errors;
  const shown = errors.filter((error) => error === first || (error.code === 'DUPLICATE_KEY' && first?.code === 'DUPLICATE_KEY'));
  return shown.map(({ pos, code, message }) => ({ pos, message: SYNTAX[code] ?? firstLine(message) }));
};

const decode = (name: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RegError('CAMPAIGN_INVALID', `${name}: is not UTF-8; save the file as UTF-8`, { cause });
  }
};

const toPlain = (name: string, document: Document): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const said = cause instanceof Error ? firstLine(cause.message) : 'cannot be read as YAML';
    const message = said.startsWith('Unresolved alias') ? `${SYNTAX.BAD_ALIAS}: *${said.split(': ').at(-1)}` : said.startsWith('Excessive') ? TOO_MANY : said;
    throw new RegError('CAMPAIGN_INVALID', `${name}: ${message}`, { cause });
  }
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** `markets[0].event.date`, `markets.0.event.date` and `/markets/0/event/date` alike. */
const segmentsOf = (path: string): readonly string[] => path.split(/[./[\]]+/).filter((segment) => segment !== '');

const lineOf = (document: Document, lines: LineCounter, path: string): number => {
  let node: unknown = document.contents;
  let start = startOf(node);
  for (const segment of segmentsOf(path)) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === segment);
      if (pair === undefined) break;
      start = startOf(pair.key) ?? start;
      node = pair.value;
    } else {
      const items: readonly unknown[] = hasItems(node) ? node.items : [];
      const item = items[Number(segment)];
      if (item === undefined) break;
      start = startOf(item) ?? start;
      node = item;
    }
  }
  return start === null ? 1 : lines.linePos(start).line;
};

const hasItems = (node: unknown): node is Node & { readonly items: readonly unknown[] } => isNode(node) && 'items' in node && Array.isArray(node.items);

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);
