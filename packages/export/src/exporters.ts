import type { Exporter } from './edition.ts'
import { epubExporter } from './epub/epub-exporter.ts'
import { htmlExporter } from './html/html-exporter.ts'
import { odtExporter } from './odt/odt-exporter.ts'

/** All formats, by the name `--format` gives them. */
export const exporters: Readonly<Record<string, Exporter>> = {
  html: htmlExporter,
  epub: epubExporter,
  odt: odtExporter,
}
