import { join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

describe('the ODT', () => {
  testWith(['jing', 'apt', 'python'], 'is valid against the RELAX NG schema of OpenDocument 1.3', () => {
    const folder = scratchFolder()
    expect(run(pathOf('python'), ['-m', 'zipfile', '-e', onlyFile(inject('bundle'), '.odt'), folder]).stderr).toBe('')
    const schema = run('bash', [`${root}/tests/clients/odf-schema.sh`])
    expect(schema.status, schema.stderr).toBe(0)
    const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((part) => join(folder, part))
    // -i: jing's check of identifiers cannot read this schema; readers of the file check them all the same.
    const { stdout, stderr } = run(pathOf('jing'), ['-i', '-c', schema.stdout.trim(), ...parts])
    expect((stdout + stderr).split('\n').filter(Boolean).slice(0, 20)).toEqual([])
  })

  testWith(['libreoffice', 'pdfinfo'], 'is opened by LibreOffice, which prints it on A4 pages', () => {
    const folder = scratchFolder()
    const profile = `-env:UserInstallation=file://${folder}/profile`
    run(pathOf('libreoffice'), [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, onlyFile(inject('bundle'), '.odt')])
    const { stdout } = run(pathOf('pdfinfo'), [onlyFile(folder, '.pdf')])
    expect(Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1])).toBeGreaterThan(5)
    expect(stdout).toMatch(/^Page size:.*A4/m)
  })
})
