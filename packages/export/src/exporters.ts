import { csvExporter } from './data/csv-exporter.ts'
import { jsonExporter } from './data/json-exporter.ts'
import type { Exporter } from './edition/edition.ts'
import { epubExporter } from './epub/epub-exporter.ts'
import { htmlExporter } from './html/html-exporter.ts'
import { odtExporter } from './odt/odt-exporter.ts'
import { textExporter } from './text/txt-exporter.ts'

/** All exporters, by their name for `--format`. */
export const exporters: Readonly<Record<string, Exporter>> = {
  html: htmlExporter,
  epub: epubExporter,
  odt: odtExporter,
  txt: textExporter,
  json: jsonExporter,
  csv: csvExporter,
}
