import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { duiqi: fileURLToPath(new URL('./src/index.ts', import.meta.url)) } },
  test: {
    // The dictionaries are loaded in hooks, which takes longer than ten seconds on a busy machine.
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
  },
});
