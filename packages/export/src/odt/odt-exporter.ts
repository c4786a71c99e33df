import type { Exporter } from '../edition/exporter.ts'
import { contentPart } from './content.ts'
import { newDesk } from './desk.ts'
import { newFootnotes } from './footnotes.ts'
import { metadataPart } from './package/metadata.ts'
import { packOdt } from './package/package.ts'
import { settingsPart } from './package/settings.ts'
import { newPictures } from './pictures.ts'
import { stylesPart } from './styles/styles.ts'

/**
 * The edition as one OpenDocument text (ODF 1.3), made to be read, printed, amended and brought
 * back. Same edition, same bytes.
 */
export const odtExporter: Exporter = {
  format: 'odt',
  render: (edition, { readAsset }) => {
    const pictures = newPictures(readAsset)
    const desk = newDesk(edition, newFootnotes(), pictures)
    const content = contentPart(desk)
    const parts = {
      'content.xml': content,
      'styles.xml': stylesPart(edition, desk.turned),
      'meta.xml': metadataPart(edition),
      'settings.xml': settingsPart(),
    }
    return [{ path: `${edition.name}.odt`, bytes: packOdt(parts, pictures.all()) }]
  },
}
