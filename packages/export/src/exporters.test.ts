import { expect, it } from 'vitest'
import { exporters } from './exporters.ts'

it('calls each exporter by the name of its format', () => {
  expect(Object.keys(exporters)).toEqual(Object.values(exporters).map(({ format }) => format))
})
