import { join } from 'node:path'
import { onlyFile } from './files-in.ts'
import { pathOf } from './find-client.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/** A document as LibreOffice writes it anew, in the form that an ending names. */
export function converted(path: string, ending: 'odt' | 'pdf'): string {
  const folder = scratchFolder()
  const profile = `-env:UserInstallation=file://${folder}/profile`
  run(pathOf('libreoffice'), [
    profile,
    '--headless',
    '--convert-to',
    ending,
    '--outdir',
    join(folder, 'out'),
    path,
  ])
  return onlyFile(join(folder, 'out'), `.${ending}`)
}
