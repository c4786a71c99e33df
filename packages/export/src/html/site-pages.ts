import { languageOfTag } from '@cahier/core'
import type { Edition } from '../edition/edition.ts'

/** Fixed pages of the site, the same in every language. Published addresses never change. */
export const sitePages = {
  home: 'index.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  transmissions: 'transmissions.html',
  sources: 'sources.html',
  feed: 'atom.xml',
} as const

/** The path of a page whose name is in the language of the edition. */
export function ownPage(page: OwnName, edition: Pick<Edition, 'language'>): string {
  return `${ownName(page, edition)}.html`
}

/** The name of a page, folder or style sheet in the language of the edition. */
export function ownName(name: OwnName, { language }: Pick<Edition, 'language'>): string {
  return languageOfTag(language) === 'fr' ? name : ENGLISH[name]
}

type OwnName = keyof typeof ENGLISH

const ENGLISH = {
  tout: 'all',
  destinataires: 'recipients',
  amendements: 'amendments',
  changements: 'changes',
  mots: 'words',
  autres: 'others',
  titre: 'title',
  mesure: 'measure',
  amendement: 'amendment',
  papier: 'paper',
  style: 'style',
  consensus: 'consensus',
  sources: 'sources',
} as const

export function chapterPath(chapter: string): string {
  return `${chapter}/index.html`
}

/**
 * The path of a proposal, the same in every edition. Identifiers never end with a hyphen, so
 * `index-` is free.
 */
export function measurePath(chapter: string, measure: string): string {
  return `${chapter}/${measure === 'index' ? 'index-' : measure}.html`
}

/** `name`, with hyphens added until no axis has that id. */
export function freeFolder(name: string, edition: Edition): string {
  return edition.chapters.some(({ id }) => id === name) ? freeFolder(`${name}-`, edition) : name
}
