import { languageOfTag } from '@cahier/core'
import type { Edition } from '../edition/edition.ts'

/**
 * Pages of the site apart from those of axes and proposals, relative to its root, whatever its
 * language. Published addresses: they never change.
 */
export const sitePages = {
  home: 'index.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  transmissions: 'transmissions.html',
  sources: 'sources.html',
  feed: 'atom.xml',
} as const

/** Another page, which is called in the language of the edition. A published address too. */
export function ownPage(page: OwnName, edition: Pick<Edition, 'language'>): string {
  return `${ownName(page, edition)}.html`
}

/** How a page, the folder of what it lists, or a sheet is called in the language of the edition. */
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

/** File of an axis. */
export function chapterPath(chapter: string): string {
  return `${chapter}/index.html`
}

/**
 * File of a proposal; it stays the same from one edition to the next, and is not that of its axis,
 * whatever the proposal is called: no identifier ends with a hyphen.
 */
export function measurePath(chapter: string, measure: string): string {
  return `${chapter}/${measure === 'index' ? 'index-' : measure}.html`
}

/** A folder of the site that no axis bears the name of. */
export function freeFolder(name: string, edition: Edition): string {
  return edition.chapters.some(({ id }) => id === name) ? freeFolder(`${name}-`, edition) : name
}
