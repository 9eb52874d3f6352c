import { defineConfig } from 'vitest/config'

/** CI reads the counts of its closing line from the JSON report. */
const reporters = process.env['CI'] ? ['default', 'json'] : ['default']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // No test measures time: the limit only ends one that hangs, on the slowest machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters,
    outputFile: { json: 'coverage/tests.json' },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The program of the html page runs in a browser: test/html drives it there.
      exclude: ['src/generated/**', 'src/writers/html/client/**'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportOnFailure: true,
      thresholds: { lines: 95 },
    },
  },
})
