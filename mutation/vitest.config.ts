import { defineConfig } from 'vitest/config';

/** The tests that state the rules of src/domain; each mutant is run against those of them that reach it. */
export default defineConfig({
  resolve: { alias: [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/fast-check.ts` }] },
  test: {
    include: ['tests/domain/**/*.test.ts', 'tests/draw/**/*.test.ts', 'tests/cli/csv-cell.test.ts'],
    // These state nothing of src/domain that the others do not, and take long.
    exclude: ['tests/domain/examples.test.ts', 'tests/draw/priority-groups.test.ts', 'tests/draw/second-implementation.test.ts'],
    testTimeout: 60_000,
    retry: 0,
  },
});
