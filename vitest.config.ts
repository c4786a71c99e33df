import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vitest/config'
import { defineConfig } from 'vitest/config'

/** Tests run on sources: `cahier-source` comes before what a published package would offer. */
const conditions = ['cahier-source', 'node', 'import', 'module', 'default']
const onSources = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
}

/** Pages, style sheets and workflows are imported as text, as in the bundle. */
const asText: Plugin = {
  name: 'text',
  enforce: 'pre',
  async load(id) {
    return /\/packages\/.*\.(md|css|yml)$/.test(id)
      ? `export default ${JSON.stringify(await readFile(id, 'utf8'))}`
      : null
  },
}

/**
 * Libraries are those that people run. Vitest asks for the builds that are made for those who
 * develop them, whose parser of Markdown looks over its own shoulder at each character.
 */
const asBuilt: Plugin = {
  name: 'as-built',
  configResolved(config) {
    for (const resolve of [config.ssr?.resolve, config.environments.ssr?.resolve])
      resolve?.conditions?.splice(0, Infinity, ...conditions)
  },
}

export default defineConfig({
  test: {
    tags: [
      {
        name: 'long',
        description:
          'properties with many cases and texts of any size: a quarter of a second and more',
      },
    ],
    projects: [
      {
        ...onSources,
        plugins: [asText, asBuilt],
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          pool: 'threads',
          // Modules are read once a thread: no test of these keeps or changes anything outside
          // itself.
          isolate: false,
          // All cores: on two, one alone would take half as long again.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
          testTimeout: 30_000,
        },
      },
      {
        ...onSources,
        test: {
          name: 'stories',
          include: ['tests/stories/**/*.test.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          // All cores: each story waits for one program at a time.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          // A story starts dozens of programs: on a machine that does something else, one took 48
          // s.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...onSources,
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.client.ts'],
          setupFiles: ['tests/properties/seed.ts'],
          globalSetup: ['tests/clients/publish-once.ts'],
          maxWorkers: '100%',
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
