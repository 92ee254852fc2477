import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { TAKEDOWN_VERSION: JSON.stringify('0.0.0-test'), TAKEDOWN_BUILD: JSON.stringify('test') },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
