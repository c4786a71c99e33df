import { chapterTitle } from '../edition/chapter.ts'
import { type Edition, isLeaflet } from '../edition/edition.ts'

/**
 * Rules for paper: A4, or A5 for a brochure; wider inside margin (part of it padding, where the
 * numbers of blocks stand: browsers clip what hangs in the margin itself), page number under the
 * text, the title at the head of left pages and the chapter at that of right ones.
 */
export function paperSheet(edition: Edition): string {
  const paper = edition.kind === 'brochure' ? booklet : sheet
  const alone = isLeaflet(edition)
  return `@page{size:${paper.size};margin:${paper.right};font:italic 9pt serif;@bottom-center{content:counter(page)}${notice(edition)}}
@page:left{margin:${paper.left};@top-left{padding-left:${paper.gutter};content:${cssString(edition.title)}}}
@page:first{@bottom-center{content:none}}
${alone ? subtitleHead(edition) : chapterHeads(edition)}${onPaper(paper)}${alone ? leaflet : ''}}`
}

function subtitleHead({ subtitle }: Edition): string {
  return `@page:right{@top-right{content:${cssString(subtitle)}}}`
}

// A page is named after its chapter, so that each chapter begins on a page of its own.
function chapterHeads({ chapters }: Edition): string {
  return chapters
    .map((chapter) => {
      const page = `p${chapter.number}`
      return `.part-${chapter.number}{page:${page}}@page ${page}:right{@top-right{content:${cssString(chapterTitle(chapter))}}}`
    })
    .join('')
}

interface Paper {
  readonly size: string
  /** Margins of a right page, and of a left one: the inside is the wider. */
  readonly right: string
  readonly left: string
  /** What of the inside is padding, for the numbers of blocks. */
  readonly gutter: string
  readonly text: string
}

const sheet: Paper = {
  size: 'A4',
  right: '24mm 26mm 26mm 24mm',
  left: '24mm 34mm 26mm 16mm',
  gutter: '16mm',
  text: '10.5pt',
}
const booklet: Paper = {
  size: 'A5',
  right: '15mm 13mm 16mm 13mm',
  left: '15mm 17mm 16mm 9mm',
  gutter: '12mm',
  text: '9.5pt',
}

/** What must be said on every sheet, since sheets are parted. */
function notice(edition: Edition): string {
  return edition.draft
    ? `@bottom-right{content:${cssString(edition.words.draftNotice)};font-size:7pt;width:50mm}`
    : ''
}

function onPaper({ gutter, text }: Paper): string {
  return `@media print{:root{--i:#000;--p:#fff;--r:#000;--s:#333}
html{font-size:${text};line-height:1.42}
body{max-width:none;padding:0 0 0 ${gutter}}
.digest,.notes [href^="#r"]{display:none}
main,.part,.part>h2{margin-top:0}
a{text-decoration:none}
.no{position:absolute;right:calc(100% + 3.5mm);margin:0;padding-top:.36rem;font-size:.66rem;line-height:1;text-align:right}
.no i{display:block;font-size:.9em}
.wide table:has(:nth-child(9)){font-size:.66rem;line-height:1.3}.wide table:has(:nth-child(9)) :is(th,td){padding-right:.4em;overflow-wrap:anywhere}
main>.toc,.part{break-before:page}.title{margin-top:55mm}
article{margin-top:3rem}.norm{margin-left:-2.5mm;padding-left:2.5mm}
`
}

/** Paper is dear: nothing begins on a page of its own. */
const leaflet =
  '.part{break-before:auto;margin-top:3rem}.title{margin:1.5rem 0 2.5rem}article{margin-top:2rem}h4{margin:1.2em 0 .3em}.lede{font-size:1rem;margin-bottom:.6em}'

/** A CSS string: nothing in it can end it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`
}
