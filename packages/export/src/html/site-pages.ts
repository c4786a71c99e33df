import type { Naming } from '../markup/addresses.ts'

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

/** How the site names the rest. */
export const siteNaming: Naming = { ending: 'html', bibliography: sitePages.sources }
