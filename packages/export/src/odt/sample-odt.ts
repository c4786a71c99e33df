import { strFromU8, unzipSync } from 'fflate'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode, Note } from '../edition/nodes.ts'
import type { Measure } from '../edition/printed-measure.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { odtExporter } from './odt-exporter.ts'

/** An edition as a reader of the file finds it. Test material. */
export interface Published {
  readonly path: string
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly content: string
  readonly styles: string
  readonly meta: string
  /** The words of the document, without its contents. */
  readonly text: string
}

/** Renders and unpacks. */
export function published(edition: Edition, readAsset?: (path: string) => Uint8Array): Published {
  const files = unzipSync(render(edition, readAsset))
  const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const content = part('content.xml')
  const path = odtExporter.render(edition, { readAsset: readAsset ?? noAsset })[0]?.path ?? ''
  return {
    path,
    files,
    content,
    styles: part('styles.xml'),
    meta: part('meta.xml'),
    text: plainOf(outsideContents(content)),
  }
}

/** The bytes of the one file. */
export function render(
  edition: Edition,
  readAsset: (path: string) => Uint8Array = noAsset,
): Uint8Array {
  const [file] = odtExporter.render(edition, { readAsset })
  if (file === undefined) throw new Error('no file')
  return file.bytes
}

/** For editions without pictures. */
function noAsset(path: string): Uint8Array {
  throw new Error(`nobody asked for ${path}`)
}

/** The sample with one proposal, and in it one section of these blocks. */
export function withBlocks(nodes: readonly FlowNode[], notes: readonly Note[] = []): Edition {
  const [chapter] = sampleEdition.chapters
  const [first] = chapter?.measures ?? []
  if (chapter === undefined || first === undefined) throw new Error('the sample has a proposal')
  const measure: Measure = {
    ...first,
    requests: [],
    dissent: [],
    sections: [{ id: 'why', title: 'Pourquoi', normative: false, nodes }],
    notes,
  }
  return { ...sampleEdition, chapters: [{ ...chapter, measures: [measure] }] }
}

/** A note of the author. */
export function note(id: string, number: number, ...nodes: FlowNode[]): Note {
  return { id, number, calls: 1, nodes }
}

/** The content without its table of contents. */
export function outsideContents(content: string): string {
  return content.replace(/<text:table-of-content .*?<\/text:table-of-content>/, '')
}

/** The text under a bookmark. */
export function textAt(content: string, name: string): string {
  return plainOf(
    new RegExp(
      `<text:bookmark-start text:name="${name}"/>(.*?)<text:bookmark-end text:name="${name}"/>`,
    ).exec(content)?.[1] ?? '',
  )
}

/** The words of some XML, without comments in the margin. */
export function plainOf(xml: string): string {
  return xml
    .replace(/<office:annotation>.*?<\/office:annotation>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** What the group of a pattern caught, each time; the whole where it has none. */
export function match(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole)
}

/** How many times. */
export function matches(text: string, pattern: RegExp): number {
  return match(text, pattern).length
}
