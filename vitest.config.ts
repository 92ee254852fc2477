import { defineConfig } from 'vitest/config';

/** Rooms whose tests leave nothing behind in the process: their files share one, so that what they import is loaded once. */
const SHARING = [
  'architecture',
  'calendar',
  'casefile',
  'cli',
  'intake',
  'letters',
  'lookups',
  'model',
  'paper',
  'post',
  'precheck',
  'problems',
  'progress',
  'relief',
  'reports',
  'store',
  'sweep',
];

const inRooms = SHARING.map((room) => `test/${room}/**/*.test.ts`);
const shared = { environment: 'node' as const, testTimeout: 20_000, hookTimeout: 30_000 };
/** Whole programs, real servers and browsers: on a busy machine they are slow, and only what never ends is to fail for it. */
const patient = { ...shared, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  define: { TAKEDOWN_VERSION: JSON.stringify('0.0.0-test'), TAKEDOWN_BUILD: JSON.stringify('test') },
  test: {
    // Most of them wait for a child or a server, so that a core has room for one worker and for whoever watches over them.
    maxWorkers: '100%',
    globalSetup: ['test/support/shared-ground.ts'],
    projects: [
      { extends: true, test: { ...shared, name: 'rooms', include: inRooms, isolate: false } },
      { extends: true, test: { ...patient, name: 'ways', include: ['test/**/*.test.ts'], exclude: inRooms } },
    ],
  },
});
