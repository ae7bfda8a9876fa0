import { loadTests, testFiles, testFilesOn } from './environment.ts';
import type {
  CompleteDryRunResult,
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestResult,
  TestRunner,
} from './node_modules/@stryker-mutator/api/dist/src/test-runner/index.js';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from './node_modules/@stryker-mutator/api/dist/src/test-runner/index.js';
import { type CollectedTest, runTest } from './test-api.ts';

/** What the mutated code reads and writes (Stryker's instrumenter). */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: CompleteDryRunResult['mutantCoverage'];
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}
const instrumented: Instrumented = {};
Reflect.set(globalThis, '__stryker__', instrumented);

const took = new Map<string, number>();

/** Tests of one name in one file are told apart by how many there were before. */
const withIds = (tests: readonly CollectedTest[]): readonly { readonly id: string; readonly test: CollectedTest }[] => {
  const seen = new Map<string, number>();
  return tests.map((test) => {
    const name = `${test.file}#${test.name}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { id: before === 0 ? name : `${name} (${before + 1})`, test };
  });
};

const resultOf = async (id: string, test: CollectedTest): Promise<TestResult> => {
  const start = performance.now();
  const about = { id, name: test.name, fileName: test.file };
  try {
    await runTest(test);
    return { ...about, timeSpentMs: performance.now() - start, status: TestStatus.Success };
  } catch (error) {
    return { ...about, timeSpentMs: performance.now() - start, status: TestStatus.Failed, failureMessage: String(error) };
  }
};

const dryRun = async (): Promise<DryRunResult> => {
  const tests: TestResult[] = [];
  for (const { id, test } of withIds(await loadTests(testFiles()))) {
    instrumented.currentTestId = id;
    const result = await resultOf(id, test);
    instrumented.currentTestId = undefined;
    took.set(id, result.timeSpentMs);
    tests.push(result);
  }
  const { mutantCoverage } = instrumented;
  return { status: DryRunStatus.Complete, tests, ...(mutantCoverage !== undefined && { mutantCoverage }) };
};

/** Until the first test that fails, the quickest first. */
const mutantRun = async (options: MutantRunOptions): Promise<MutantRunResult> => {
  const { activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName } = options;
  const wanted = testFilter === undefined ? null : new Set(testFilter);
  if (wanted === null && !importsKnown) await learnImports();
  const files = wanted === null ? testFilesOn(sandboxFileName) : [...new Set([...wanted].map((id) => id.slice(0, id.indexOf('#'))))];
  Object.assign(instrumented, { activeMutant: mutantActivation === 'static' ? activeMutant.id : undefined, hitCount: 0, hitLimit });
  const done: TestResult[] = [];
  try {
    const tests = withIds(await loadTests(files)).filter(({ id }) => wanted === null || wanted.has(id));
    instrumented.activeMutant = activeMutant.id;
    for (const { id, test } of tests.toSorted((a, b) => (took.get(a.id) ?? 0) - (took.get(b.id) ?? 0))) {
      const result = await resultOf(id, test);
      done.push(result);
      if (result.status === TestStatus.Failed) break;
    }
  } catch (error) {
    // Tests that cannot even be loaded fail.
    done.push({ id: 'loading', name: 'loading', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) });
  }
  const limit = determineHitLimitReached(instrumented.hitCount, hitLimit);
  Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
  return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests: done });
};

let importsKnown = false;
const learnImports = async (): Promise<void> => {
  await loadTests(testFiles());
  importsKnown = true;
};

const runner: TestRunner = { capabilities: () => ({ reloadEnvironment: true }), dryRun, mutantRun };

/**
 * Runs the tests of src/domain in the process at hand, by Node alone. A worker of Vitest a mutant takes half a second; this
 * takes some hundredths, so that thousands of mutants take minutes. docs/decisions/0044-mutants-in-one-process.md
 */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', value: runner }] as const;
