/** Pages of the site apart from those of axes and proposals, relative to its root. Published addresses: they never change. */
export const sitePages = {
  home: 'index.html',
  onePage: 'tout.html',
  addressees: 'destinataires.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  amendments: 'amendements.html',
  changes: 'changements.html',
  transmissions: 'transmissions.html',
  sources: 'sources.html',
  words: 'mots.html',
  feed: 'atom.xml',
} as const

/** File of an axis. */
export function chapterPath(chapter: string): string {
  return `${chapter}/index.html`
}

/** File of a proposal; it stays the same from one edition to the next, and is not that of its axis, whatever the proposal is called: no identifier ends with a hyphen. */
export function measurePath(chapter: string, measure: string): string {
  return `${chapter}/${measure === 'index' ? 'index-' : measure}.html`
}
