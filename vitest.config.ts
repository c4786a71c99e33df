import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vitest/config'
import { defineConfig } from 'vitest/config'

/** Tests run on sources: `cahier-source` comes before what a published package would offer. */
const conditions = ['cahier-source', 'node', 'import', 'module', 'default']
const onSources = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } }

/** Pages, style sheets and workflows are imported as text, as in the bundle. */
const asText: Plugin = {
  name: 'text',
  enforce: 'pre',
  async load(id) {
    return /\/packages\/.*\.(md|css|yml)$/.test(id) ? `export default ${JSON.stringify(await readFile(id, 'utf8'))}` : null
  },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...onSources,
        plugins: [asText],
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          pool: 'threads',
          // Modules are read once a thread: no test of these keeps or changes anything outside itself.
          isolate: false,
          // All cores: on two, one alone would take half as long again.
          maxWorkers: '100%',
          testTimeout: 30_000,
        },
      },
      {
        ...onSources,
        test: {
          name: 'stories',
          include: ['tests/stories/**/*.test.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...onSources,
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.client.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          globalSetup: ['tests/clients/publish-once.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
