import type { Edition } from './edition.ts'

/** One file of a bundle. */
export interface OutputFile {
  /** Relative to the bundle, forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What an exporter needs besides the edition. */
export interface Material {
  readonly readAsset: (path: string) => Uint8Array
  /** All formats published together. */
  readonly formats?: readonly string[]
}

/** `render` is pure: the same edition gives the same bytes on any machine. */
export interface Exporter {
  readonly format: string
  readonly render: (edition: Edition, material: Material) => readonly OutputFile[]
}
