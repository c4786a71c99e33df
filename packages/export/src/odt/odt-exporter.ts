import type { Exporter } from '../edition/edition.ts'
import { contentPart } from './content.ts'
import { metadataPart, packOdt, settingsPart } from './odt-package.ts'
import { newFootnotes, newOdtWriter } from './odt-writer.ts'
import { newPictures } from './pictures.ts'
import { stylesPart } from './styles/styles.ts'

/** One OpenDocument text (ODF 1.3). The same edition gives the same bytes. */
export const odtExporter: Exporter = {
  format: 'odt',
  render: (edition, { readAsset }) => {
    const pictures = newPictures(readAsset)
    const odt = newOdtWriter(edition, newFootnotes(), pictures)
    const content = contentPart(odt)
    const parts = {
      'content.xml': content,
      'styles.xml': stylesPart(edition, odt.turned),
      'meta.xml': metadataPart(edition),
      'settings.xml': settingsPart(),
    }
    return [{ path: `${edition.name}.odt`, bytes: packOdt(parts, pictures.all()) }]
  },
}
