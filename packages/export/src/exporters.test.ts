import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { exporters } from './exporters.ts'

it('calls each exporter by the name of its format', () => {
  expect(Object.keys(exporters)).toEqual(Object.values(exporters).map(({ format }) => format))
})

it('lists every file FORMAT-exporter.ts: a new one needs a line in exporters.ts', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const formats = files.flatMap((path) => /^(\w+)-exporter\.ts$/.exec(basename(path))?.[1] ?? [])
  expect(formats.sort()).toEqual(Object.keys(exporters).sort())
})
