import { expect } from 'vitest'
import { converted } from './converted.ts'
import { pathOf, testWith } from './find-client.ts'
import { publishedFile } from './published.ts'
import { run } from './run.ts'

// The length of a brochure is foretold before anything is set: here is a real page count, of a
// short one, of a long one and of all there is.
for (const selection of [['--axis', 'services'], [], ['--status', 'all']]) {
  testWith(
    ['libreoffice', 'pdfinfo'],
    `a brochure (${selection.join(' ') || 'what is adopted'}) is printed on twelve A5 pages at most`,
    () => {
      const brochure = publishedFile(
        ['--kind', 'brochure', '--format', 'odt', ...selection],
        '.odt',
      )
      const { stdout } = run(pathOf('pdfinfo'), [converted(brochure, 'pdf')])
      expect(Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1])).toBeLessThanOrEqual(12)
      expect(stdout).toMatch(/^Page size:.*A5|^Page size:\s+4(?:19|20)\.\d+ x 595/m)
    },
  )
}
