import type { Edition } from '../edition.ts'

/** Rules for paper: A4, wider inside margin (part of it padding, where the numbers of blocks stand: browsers clip what hangs in the margin itself), page number under the text, the title at the head of left pages and the axis at that of right ones. */
export function printSheet(edition: Edition): string {
  const heads = edition.chapters.map(
    (chapter) =>
      `.part-${chapter.number}{page:p${chapter.number}}@page p${chapter.number}:right{@top-right{content:${cssString(chapter.title)}}}\n`,
  )
  return `@page{size:A4;margin:24mm 26mm 26mm 24mm;font:italic 9pt serif;@bottom-center{content:counter(page)}${notice(edition)}}
@page:left{margin:24mm 34mm 26mm 16mm;@top-left{padding-left:16mm;content:${cssString(edition.title)}}}
@page:first{@bottom-center{content:none}}
${heads.join('')}${paper}`
}

/** What must be said on every sheet, since sheets are parted. */
function notice(edition: Edition): string {
  return edition.draft ? `@bottom-right{content:${cssString(edition.words.draftNotice)};font-size:7pt;width:50mm}` : ''
}

const paper = `@media print{:root{--ink:#000;--paper:#fff}
html{font-size:10.5pt;line-height:1.42}
body{max-width:none;padding:0 0 0 16mm}
body nav,.skip,footer,.digest,.back{display:none}
main,.part,.part>h2{margin-top:0}
a{text-decoration:none}
:is(h1,h2,h3,h4,h5,.over,.status,dt,.who){break-after:avoid}
tr,.dissent>div,.facts,figure{break-inside:avoid}
.no{position:absolute;left:-16mm;width:10mm;margin:0;padding:0;line-height:1.4rem}
.wide{overflow:visible}.stances{min-width:0}
main>.toc,.part{break-before:page}.title{margin-top:55mm}
article{margin-top:3rem}.norm{margin-left:-1em}}
`

/** A CSS string: nothing in it can end it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`
}
