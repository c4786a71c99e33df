import type { Naming } from '../markup/addresses.ts'

/** Pages of the site apart from those of axes and proposals, relative to its root. Published addresses: they never change. */
export const sitePages = {
  home: 'index.html',
  onePage: 'tout.html',
  addressees: 'destinataires.html',
  horizons: 'horizons.html',
  consensus: 'consensus.html',
  sources: 'sources.html',
  feed: 'atom.xml',
  style: 'style.css',
} as const

/** How the site names the rest. */
export const siteNaming: Naming = { ending: 'html', bibliography: sitePages.sources }
