import { defineConfig } from 'vitest/config'

/** CI reads the counts of its closing line from the JSON report. */
const reporters = process.env['CI'] ? ['default', 'json'] : ['default']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
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
