import type { Edition } from '../edition.ts'

/** Rules for paper: A4, wider inside margin, page number outside, the title at the head of left pages and the axis at the head of right ones. */
export function printSheet(edition: Edition): string {
  const heads = edition.chapters.map((chapter) => `.part-${chapter.number}{page:p${chapter.number}}@page p${chapter.number}:right{@top-right{content:${cssString(chapter.title)}}}`)
  return `@page{size:A4;margin:24mm 26mm 26mm 38mm;font:italic 9pt Palatino,Georgia,serif;color:#444;@bottom-left{content:${cssString(edition.draft ? edition.words.draftNotice : '')}}}
@page:left{margin:24mm 38mm 26mm 32mm;@top-left{content:${cssString(edition.title)}}@bottom-right{content:none}@bottom-center{content:counter(page)}}
@page:right{@bottom-center{content:counter(page)}}
@page:first{@top-left{content:none}@top-right{content:none}@bottom-center{content:none}}
${heads.join('')}
@media print{${paper}}
`
}

const paper = `:root{--ink:#000;--soft:#444;--paper:#fff;--rule:#aaa;--red:#7a1e12}
html{font-size:10.5pt;line-height:1.42}
body,.broad{max-width:none;padding:0;margin:0}
body>nav,header nav,.skip,footer,.digest,.back{display:none}
.notice{margin-top:0}
main{margin-top:0}
a{text-decoration:none}
p,li{orphans:2;widows:2}
h1,h2,h3,h4,h5,h6,.over,.status,dt,.who{break-after:avoid}
tr,.dissent>div,.facts,figure,pre{break-inside:avoid}
thead{display:table-header-group}
.no{position:absolute;display:block;left:-15mm;width:12mm;margin:0;padding:0;line-height:1.4rem}
.wide{overflow:visible}.stances{min-width:0}.stances tbody th[scope=row]{width:13em}
.title{break-after:page;margin:60mm 0 0}.toc{break-after:page}.toc h2{margin-top:0}
.part{margin-top:0;break-before:page}article{margin-top:3.2rem}`

/** A CSS string: nothing in it can end it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f<]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`
}
