import { inspect } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from './node_modules/@vitest/expect/dist/index.js';

/** What the tests of src/domain take from `vitest`, with its own `expect`: tests are put on a list instead of being run. */
export interface CollectedTest {
  readonly file: string;
  /** With the names of what it stands in. */
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...values: readonly never[]) => unknown;
type Rows = readonly unknown[];

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
export const expect = (value: unknown): unknown => chai.expect(value);
Object.assign(expect, chai.expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT));
Reflect.set(globalThis, GLOBAL_EXPECT, expect);
setState({ assertionCalls: 0 }, expect as never);

let collected: CollectedTest[] = [];
let file = '';
let names: readonly string[] = [];
let atEnd: (() => unknown)[] = [];

/** The tests that `load` puts on the list. */
export const collect = async (of: string, load: () => Promise<unknown>): Promise<readonly CollectedTest[]> => {
  [collected, file, names] = [[], of, []];
  await load();
  return collected;
};

/** Runs a test, and what it wants done when it is over. */
export const runTest = async ({ run }: CollectedTest): Promise<void> => {
  atEnd = [];
  try {
    await run();
  } finally {
    for (const end of atEnd) await end();
  }
};

export const onTestFinished = (end: () => unknown): void => {
  atEnd.push(end);
};

const addTest = (name: string, run: () => unknown): void => {
  collected.push({ file, name: [...names, name].join(' > '), run });
};

const addGroup = (name: string, body: () => unknown): void => {
  const outer = names;
  names = [...outer, name];
  body();
  names = outer;
};

const each =
  (add: (name: string, body: () => unknown) => void) =>
  (rows: Rows) =>
  (title: string, body: Body): void => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      add(titleOf(title, values), () => body(...(values as never[])));
    }
  };

const titleOf = (title: string, values: Rows): string => {
  let next = 0;
  return title
    .replaceAll(/%[sjd]/g, () => String(inspect(values[next++], { breakLength: Number.POSITIVE_INFINITY })))
    .replaceAll(/\$(\w+)/g, (_, key: string) => String(Reflect.get(Object(values[0]), key)));
};

export const test = Object.assign(addTest, { each: each(addTest) });
export const describe = Object.assign(addGroup, { each: each(addGroup) });
