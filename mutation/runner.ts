import { keepImports, loadTests, startAnew, testFiles, testFilesOn } from './environment.ts';
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
  const results: TestResult[] = [];
  startAnew();
  for (const file of testFiles()) {
    for (const { id, test } of withIds(await loadTests(file))) {
      instrumented.currentTestId = id;
      results.push(await resultOf(id, test));
      instrumented.currentTestId = undefined;
    }
  }
  keepImports();
  const { mutantCoverage } = instrumented;
  return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage !== undefined && { mutantCoverage }) };
};

/** Until the first test that fails. */
const mutantRun = async ({ activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName }: MutantRunOptions): Promise<MutantRunResult> => {
  const wanted = testFilter === undefined ? null : new Set(testFilter);
  const files = testFilesOn(sandboxFileName).filter((file) => wanted === null || testFilter?.some((id) => id.startsWith(`${file}#`)));
  const whileLoading = mutantActivation === 'static' ? activeMutant.id : undefined;
  Object.assign(instrumented, { hitCount: 0, hitLimit });
  startAnew();
  const results: TestResult[] = [];
  for (const file of files) {
    instrumented.activeMutant = whileLoading;
    const tests = await loadTests(file).then(withIds, (error) => [{ id: file, test: { file, name: file, run: () => Promise.reject(error) } }]);
    instrumented.activeMutant = activeMutant.id;
    for (const { id, test } of tests) {
      if (wanted === null || wanted.has(id) || id === file) results.push(await resultOf(id, test));
      if (results.at(-1)?.status === TestStatus.Failed) break;
    }
    if (results.at(-1)?.status === TestStatus.Failed) break;
  }
  const limit = determineHitLimitReached(instrumented.hitCount, hitLimit);
  Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
  return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests: results });
};

const runner: TestRunner = { capabilities: () => ({ reloadEnvironment: true }), dryRun, mutantRun };

/**
 * Runs the tests of src/domain in the process at hand, by Node alone. A worker of Vitest a mutant takes half a second; this
 * takes some hundredths, so that thousands of mutants take minutes. docs/decisions/0044-mutants-in-one-process.md
 */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', value: runner }] as const;
