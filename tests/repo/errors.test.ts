import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorCodes, RegError } from '../../src/errors.ts';
import { PERSONAL_FIELDS } from '../../src/log.ts';

/** Rows of the table in docs/errors.md: code, status, whether trying again helps. */
const documented = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \| (yes|no) \| (.+) \| (.+) \|$/gm)].map(
  ([, code, status, again, happened = '', todo = '']) => ({ code, status: Number(status), retryable: again === 'yes', happened, todo }),
);

test('docs/errors.md tells code, status and whether to try again as the code does, in its order', () => {
  const actual = errorCodes.map((code) => {
    const { status, retryable } = new RegError(code, '');
    return { code, status, retryable };
  });
  expect(documented.map(({ code, status, retryable }) => ({ code, status, retryable }))).toEqual(actual);
});

test('each row says in words what happened and what to do', () => {
  for (const { code, happened, todo } of documented) {
    expect(happened, code).toMatch(/^[A-Z].{15,}$/);
    expect(todo, code).toMatch(/^[A-Z].{15,}$/);
  }
});

/** A text in single, double or back quotes. */
const QUOTED = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\`(?:[^\`\\]|\\.)*\``;
const RAISED = new RegExp(String.raw`new RegError\(\s*'([A-Z_]+)',\s*(${QUOTED})`, 'g');

const sources = globSync('src/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
/** What is raised with a message that stands beside its code; that is nearly all. */
const raised = sources.flatMap(({ file, text }) =>
  [...text.matchAll(RAISED)].map(([, code = '', message = '']) => ({ file, code, message: message.slice(1, -1) })),
);

describe('an error', () => {
  test('of the catalogue is one that the code raises', () => {
    const elsewhere = sources.filter(({ file }) => file !== 'src/errors.ts');
    expect(errorCodes.filter((code) => !elsewhere.some(({ text }) => text.includes(`'${code}'`)))).toEqual([]);
  });

  test('is told in whole sentences, or as `file:line: what is wrong` where it is about a file', () => {
    expect(raised.length).toBeGreaterThan(150);
    // A template within a template ends the match early.
    const whole = raised.filter(({ message }) => !/(=>|[:?]) $/.test(message));
    const isSentence = (message: string): boolean => /^\S.*([.?]|\})$/s.test(message);
    const isOfFile = (file: string, message: string): boolean => file.startsWith('src/cli/') && (message.startsWith('${') || message.startsWith('the '));
    const unfinished = whole.filter(({ file, message }) => !isSentence(message) && !isOfFile(file, message));
    expect(unfinished.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  });

  test('puts nothing that a fan typed into its message', () => {
    const personal = new RegExp(String.raw`\$\{[^}]*\b(${PERSONAL_FIELDS.join('|')})\b(?!\.)`);
    expect(raised.filter(({ message }) => personal.test(message)).map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  });
});

/** What GraphQL answers in place of an error: docs/errors.md sends its readers to docs/domain.md for it. */
describe('docs/domain.md', () => {
  const page = readFileSync('docs/domain.md', 'utf8');

  test('tells when each reason is answered that a fan may not register, and tells of no other', () => {
    const schema = readFileSync('schemas/graphql/registration.graphql', 'utf8');
    const [, members = ''] = /enum Reason \{([^}]*)\}/.exec(schema) ?? [];
    const reasons = [...members.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name);
    const [, table = ''] = /\n\| reason \| when \|\n([\s\S]*?)\n\n/.exec(page) ?? [];
    const told = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect(told.toSorted()).toEqual(reasons.toSorted());
    expect(reasons.length).toBeGreaterThan(5);
  });

  test('names each rule that a field can break', () => {
    const [, members = ''] = /const FIELD_RULES = \{([\s\S]*?)\n\}/.exec(readFileSync('src/domain/field-rule.ts', 'utf8')) ?? [];
    const rules = [...members.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const [, sentence = ''] = /\nThe rules that a field can break: ([\s\S]*?)\n\n/.exec(page) ?? [];
    expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name).toSorted()).toEqual([...rules, 'unverified'].toSorted());
    expect(rules.length).toBeGreaterThan(10);
  });

  test('says what the detail of a refusal holds', () => {
    for (const member of ['opensAt', 'closedAt', 'invalid', 'field', 'rule']) expect(page).toMatch(new RegExp(`detail\\.${member}|\`{[^}]*\\b${member}\\b`));
  });
});
