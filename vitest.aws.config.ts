import { defineConfig } from 'vitest/config';
import base from './vitest.integration.config.ts';

/** The flow on the deployed stacks; `npm run test:aws` bundles and synthesises them first. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['tests/aws/**/*.test.ts', 'infra/tests/**/*.test.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
    globalSetup: ['tests/aws/start-ministack.ts'],
  },
});
