import type { Element } from 'xast'
import { x } from 'xastscript'
import { isRightToLeft } from '../../direction.ts'
import type { Edition } from '../../edition/edition.ts'
import { cm, type PageLayout } from '../page-layout.ts'
import { span, tab } from '../paragraph.ts'

/** The page layouts, mirrored for binding. */
export function pageLayouts(
  { width, height, top, bottom, inner, outer, space }: PageLayout,
  language: string,
): readonly Element[] {
  const page = {
    'fo:page-width': cm(width),
    'fo:page-height': cm(height),
    'style:print-orientation': 'portrait',
    'fo:margin-top': cm(top),
    'fo:margin-bottom': cm(bottom),
    'fo:margin-left': cm(inner),
    'fo:margin-right': cm(outer),
    'style:writing-mode': isRightToLeft(language) ? 'rl-tb' : 'lr-tb',
    'style:footnote-max-height': '0cm',
  }
  const separator = {
    'style:width': '0.018cm',
    'style:distance-before-sep': '0.35cm',
    'style:distance-after-sep': '0.2cm',
    'style:line-style': 'solid',
    'style:adjustment': isRightToLeft(language) ? 'right' : 'left',
    'style:rel-width': '18%',
    'style:color': '#000000',
  }
  const band = (margin: Record<string, string>) =>
    x('style:header-footer-properties', {
      'fo:min-height': '0.5cm',
      'fo:margin-left': '0cm',
      'fo:margin-right': '0cm',
      ...margin,
    })
  const layout = (name: string, head?: Element, foot?: Element) =>
    x(
      'style:page-layout',
      { 'style:name': name, 'style:page-usage': 'mirrored' },
      x('style:page-layout-properties', page, x('style:footnote-sep', separator)),
      x('style:header-style', [head]),
      x('style:footer-style', [foot]),
    )
  const foot = band({ 'fo:margin-top': space(0.5) })
  return [
    layout('Running', band({ 'fo:margin-bottom': space(0.55) }), foot),
    layout('Opening', undefined, foot),
    layout('Bare'),
  ]
}

/** The pages of text, of chapter openings (no header), and of the title (no header or footer). */
export function masterPages(edition: Edition): readonly Element[] {
  const master = (name: string, layout: string, parts: Element[]): Element => {
    const next = name === 'Standard' ? undefined : 'Standard'
    const names = { 'style:name': name, 'style:display-name': next && name }
    return x(
      'style:master-page',
      { ...names, 'style:page-layout-name': layout, 'style:next-style-name': next },
      parts,
    )
  }
  const [end, start] = isRightToLeft(edition.language)
    ? (['left', 'right'] as const)
    : (['right', 'left'] as const)
  const feet = [
    x('style:footer', [foot(edition, end)]),
    x('style:footer-left', [foot(edition, start)]),
  ]
  const heads = [
    x('style:header', [head(edition, end)]),
    x('style:header-left', [head(edition, start)]),
  ]
  return [
    master('Standard', 'Running', [...heads, ...feet]),
    master('First Page', 'Bare', []),
    master('Cahier Opening', 'Opening', feet),
  ]
}

function head({ title }: Edition, side: 'left' | 'right') {
  const chapter = x('text:chapter', { 'text:display': 'name', 'text:outline-level': 1 })
  return x(
    'text:p',
    { 'text:style-name': 'Header' },
    side === 'right' ? [tab(), chapter] : x('text:title', title),
  )
}

function foot({ draft, words, edition }: Edition, side: 'left' | 'right') {
  // A footer has one line: only the first sentence fits.
  const [notice = ''] = words.draftNotice.split(/(?<=\.)\s/)
  const wording = draft ? notice : edition && `${words.edition} ${edition}`
  const number = span('Page Number', x('text:page-number', { 'text:select-page': 'current' }, '1'))
  return x(
    'text:p',
    { 'text:style-name': 'Footer' },
    side === 'right' ? [wording, tab(), number] : [number, tab(), wording],
  )
}
