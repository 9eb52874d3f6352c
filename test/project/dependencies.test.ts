import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dependenciesPage } from '../../scripts/dependencies.mjs'

interface Entry {
  readonly dev?: boolean
  readonly license?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>
}

/** Whatever a user of the package installs, with all that it pulls in. */
const runtime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)

/** Licences that ask for no more than their notice; MPL-2.0 also for the changes to its own files. */
const FREE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'Python-2.0',
  'PSF-2.0',
  'MPL-2.0',
]

describe('what is installed with qparse', () => {
  it.each(runtime)('%s', (_, { license, integrity, hasInstallScript }) => {
    expect(FREE).toContain(license)
    expect(integrity).toMatch(/^sha512-/)
    expect(hasInstallScript).toBeUndefined()
  })
})

it('docs/dependencies.md says so; npm run dependencies refreshes it', async () => {
  expect(readFileSync('docs/dependencies.md', 'utf8')).toBe(await dependenciesPage('.'))
})
