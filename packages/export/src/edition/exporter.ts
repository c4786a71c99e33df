import type { Edition } from './edition.ts'

export interface OutputFile {
  /** Path in the bundle, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What an exporter needs besides the edition. */
export interface Material {
  readonly readAsset: (path: string) => Uint8Array
  /** All formats of this publication: a site links to the others. Absent: no links. */
  readonly formats?: readonly string[]
}

/** `render` is pure: the same edition gives the same bytes on any machine. */
export interface Exporter {
  readonly format: string
  readonly render: (edition: Edition, material: Material) => readonly OutputFile[]
}
