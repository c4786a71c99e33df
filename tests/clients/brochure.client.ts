import { expect } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

// The length of a brochure is foretold before anything is set: here is a real page count, of a short one, of a long one and of all there is.
for (const selection of [['--axis', 'services'], [], ['--status', 'all']]) {
  testWith(
    ['libreoffice', 'pdfinfo'],
    `a brochure (${selection.join(' ') || 'what is adopted'}) is printed on twelve A5 pages at most`,
    () => {
      const folder = scratchFolder()
      const words = ['publish', '--programme', `${root}/programme`, '--kind', 'brochure', '--format', 'odt', '--out', folder, ...selection]
      const published = run(process.execPath, [cahier, ...words])
      expect(published.status, published.stderr).toBe(0)
      const profile = `-env:UserInstallation=file://${folder}/profile`
      run(pathOf('libreoffice'), [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, onlyFile(folder, '.odt')])
      const { stdout } = run(pathOf('pdfinfo'), [onlyFile(folder, '.pdf')])
      expect(Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1])).toBeLessThanOrEqual(12)
      expect(stdout).toMatch(/^Page size:.*A5|^Page size:\s+4(?:19|20)\.\d+ x 595/m)
    },
  )
}
