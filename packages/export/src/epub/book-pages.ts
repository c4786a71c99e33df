import type { Naming } from '../markup/addresses.ts'

/** Files of the book apart from those of axes and proposals, relative to `EPUB/`. */
export const bookPages = {
  cover: 'cover.xhtml',
  coverImage: 'cover.svg',
  title: 'title.xhtml',
  navigation: 'nav.xhtml',
  consensus: 'consensus.xhtml',
  bibliography: 'bibliography.xhtml',
  colophon: 'colophon.xhtml',
  style: 'style.css',
} as const

/** How the book names the rest. */
export const bookNaming: Naming = { ending: 'xhtml', bibliography: bookPages.bibliography }
