/**
 * Files of the book apart from those of axes and proposals, relative to `EPUB/`. No axis has a
 * folder whose name begins with `_`.
 */
export const bookPages = {
  cover: 'cover.xhtml',
  coverImage: 'cover.svg',
  title: 'title.xhtml',
  navigation: 'nav.xhtml',
  changes: 'changes.xhtml',
  consensus: 'consensus.xhtml',
  signature: 'signature.xhtml',
  amendments: '_amendments/index.xhtml',
  bibliography: 'bibliography.xhtml',
  colophon: 'colophon.xhtml',
  style: 'style.css',
} as const
