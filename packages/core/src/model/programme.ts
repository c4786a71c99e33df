import type { Section } from '@cahier/prose'
import type { Decisions } from './decisions.ts'
import type { Document } from './document.ts'
import type { Finding } from './finding.ts'
import type { Json } from './json.ts'
import type { Manifest } from './manifest.ts'
import type { Asset, Source } from './source.ts'
import type { Positions } from './stance.ts'

/** A programme: proposals that collectives decide on together. Includes files with errors. */
export interface Programme {
  readonly ids: Ids
  readonly manifest: Manifest
  /** In the order of the manifest, then by id. */
  readonly axes: readonly Axis[]
  /** In print order, including withdrawn and merged proposals. */
  readonly proposals: readonly Proposal[]
  readonly amendments: readonly Amendment[]
  readonly collectives: readonly Collective[]
  readonly positions: readonly Positions[]
  readonly decisions: readonly Decisions[]
  readonly questions: readonly Question[]
  readonly sources: readonly Reference[]
  readonly transmissions: readonly Transmission[]
  readonly editions: readonly PublishedEdition[]
  readonly baseline: Baseline
  readonly assets: readonly Asset[]
  readonly documents: readonly Document[]
  /**
   * Copies of the text and the positions (stances) of each round (vote), in
   * `decisions/<proposal>/<opened>/`.
   */
  readonly records: readonly Source[]
  /** OpenSSH signatures (`.sig`) of positions files and of their copies. */
  readonly signatures: readonly Source[]
  readonly folderFindings: readonly Finding[]
  /** `folderFindings`, and the findings of all documents. */
  readonly findings: readonly Finding[]
}

/** The number of findings to ignore, by path, then by rule id. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Ids {
  readonly axes: ReadonlySet<string>
  readonly proposals: ReadonlySet<string>
  readonly collectives: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly transmissions: ReadonlySet<string>
}

export interface Axis {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly document: Document | null
}

export interface Proposal {
  readonly id: string
  readonly axis: string
  readonly title: string
  readonly summary: string
  /** `horizon` to `impacts` are ids of terms of the manifest, or empty. */
  readonly horizon: string
  readonly scale: string
  readonly action: string
  readonly impacts: readonly string[]
  /** One request per addressee, in the manifest's order. */
  readonly requests: readonly Request[]
  readonly authors: readonly string[]
  readonly requires: readonly string[]
  readonly merges: readonly string[]
  /** A day, or empty. */
  readonly review: string
  readonly asOf: readonly { readonly date: string; readonly what: string }[]
  readonly withdrawn: { readonly date: string; readonly reason: string } | null
  /** The id of the proposal that replaces it, or empty. */
  readonly replacedBy: string
  readonly sections: readonly Section[]
  /** The digest (`v1-…`) of the parts that members consent to. */
  readonly normative: string
  /** This digest covers all but the fields `authors`, and `merges` to `replacedBy`. */
  readonly whole: string
  readonly document: Document
}

export interface Request {
  readonly addressee: string
  readonly text: string
}

export interface Amendment {
  /** The file name without `.md`. It is unique among the amendments to one text. */
  readonly id: string
  /** The id of the amended proposal or axis. */
  readonly amends: string
  /** The `whole` digest of the text that the amendment changes. */
  readonly base: string
  readonly by: string
  readonly date: string
  /** Whether its changes may be adopted one by one. */
  readonly divisible: boolean
  /** The amendment quotes these blocks of the amended text, counted from 1. */
  readonly at: readonly number[]
  /** The changed fields, in CriticMarkup. */
  readonly head: Json
  /** Empty while undecided. */
  readonly outcome: '' | 'adopted' | 'adopted-modified' | 'rejected' | 'lapsed' | 'withdrawn'
  readonly adopted: Adoption | null
  readonly document: Document
}

export interface Adoption {
  readonly date: string
  /** The `whole` digests of the text before and after the adoption. */
  readonly from: string
  readonly to: string
  /** Ids of amendments adopted at the same time. */
  readonly with: readonly string[]
  /** Numbers of the adopted changes, from 1; empty when all were adopted. */
  readonly hunks: readonly number[]
}

export interface Collective {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Whether the member is invented, as an example. */
  readonly example: boolean
  /** `joined` and `left` are days, or empty. */
  readonly joined: string
  readonly left: string
  readonly college: string
  readonly weight: number | null
  /** `revoked` is a day, or empty. */
  readonly delegates: readonly {
    readonly id: string
    readonly role: string
    readonly keys: readonly Readonly<Record<'key' | 'from' | 'revoked', string>>[]
  }[]
  readonly document: Document
}

export interface Question {
  readonly id: string
  readonly title: string
  readonly axis: string
  readonly lead: string
  readonly state: 'open' | 'answered'
  readonly proposals: readonly string[]
  readonly document: Document
}

/** An entry of `sources.yaml`. `csl` is its CSL-JSON; the other fields are ours. */
export interface Reference {
  readonly id: string
  /** `A`: read on the author’s page; `B`: reported by others; `C`: read in a copy; or empty. */
  readonly level: 'A' | 'B' | 'C' | ''
  readonly claims: readonly Claim[]
  readonly reservations: string
  readonly supersededBy: string
  /** A day, or empty. */
  readonly seen: string
  readonly csl: { readonly [key: string]: Json }
}

export interface Claim {
  readonly says: string
  readonly value: number | null
  readonly unit: string
  readonly year: number | null
  readonly scope: string
  readonly page: string
}

/** A recipient, and the proposals handed over to it. */
export interface Transmission {
  readonly id: string
  readonly name: string
  /** An addressee of the manifest. */
  readonly kind: string
  readonly handed: readonly HandingOver[]
  readonly document: Document
}

export interface HandingOver {
  readonly edition: string
  readonly date: string
  readonly proposals: readonly string[]
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly proposal: string
  readonly answer: 'taken-up' | 'partly' | 'refused'
  readonly date: string
  /** A web address, or empty. */
  readonly link: string
}

export interface PublishedEdition {
  readonly edition: string
  /** A day, `YYYY-MM-DD`. */
  readonly date: string
  readonly identifier: string
  /** The printed proposals, in print order. */
  readonly measures: readonly PublishedMeasure[]
  readonly document: Document
}

export interface PublishedMeasure {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly status: string
  /** The `normative` digest of the printed text. */
  readonly digest: string
  /** The `whole` digest of the printed text. */
  readonly whole: string
  /** The day on which the last round opened, or empty. */
  readonly round: string
}
