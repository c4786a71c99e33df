import { expect, it } from 'vitest'
import { folderShown } from './bundle-report.ts'

it.each([
  ['/home/a/programme', 'dist/1'],
  ['/home/a/programme/axes', '../dist/1'],
  ['/home/a/programme/dist/1', '.'],
  ['/srv/b/c/d', '/home/a/programme/dist/1'],
])('from %s, a folder is shown as %s', (cwd, shown) =>
  expect(folderShown(cwd, '/home/a/programme/dist/1')).toBe(shown),
)
