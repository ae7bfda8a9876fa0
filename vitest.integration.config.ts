import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Suites that face real servers. */
export default defineConfig({ ...base, test: { ...base.test, include: ['tests/integration/**/*.test.ts'], exclude: [] } });
