import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite takes a package's `module` file, Node its `main`; graphql-jit would then see a second copy of graphql.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // AppSync brings this module to its resolvers; here the few functions that they use are.
      { find: '@aws-appsync/utils', replacement: `${import.meta.dirname}/tests/support/appsync-utils.ts` },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/integration/**', 'tests/aws/**', 'tests/browser/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
  },
});
