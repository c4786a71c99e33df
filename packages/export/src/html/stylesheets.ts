import { isRightToLeft } from '../direction.ts'
import { chapterTitle, type Edition, isLeaflet } from '../edition/edition.ts'
import { directionStyle, mirrored } from '../markup/mark-direction-and-language.ts'

/** The name of a style sheet. Every page uses `style`; some pages use others too. */
export type SheetName = keyof typeof sheets | 'papier'

export function stylesheet(sheet: SheetName, edition: Edition): string {
  const text = sheet === 'papier' ? paperSheet(edition) : sheets[sheet]
  const more = sheet === 'titre' && isLeaflet(edition) ? tighter : ''
  const whole = `${text}${more}`.replaceAll('\n', '')
  return isRightToLeft(edition.language) ? mirrored(whole) : whole
}

/**
 * Book typography has a text colour, a fainter one and one red. Block numbers are in the margin.
 */
const style = `:root{color-scheme:light dark;--i:#1d1b18;--s:#5f594f;--l:#d8d0c2;--p:#fffdf8;--r:#92281b}
@media screen and (prefers-color-scheme:dark){:root{--i:#e3ddd2;--s:#aaa294;--l:#423d36;--p:#191715;--r:#ec9a86}}
html{font:112.5%/1.55 "Palatino Linotype",Palatino,Georgia,serif;background:var(--p);color:var(--i);hyphens:auto;overflow-wrap:break-word}
body{max-width:34em;margin:auto;padding:1.2rem}
a{color:inherit;text-decoration:1px underline var(--r);text-underline-offset:.16em}
a:hover,.no,sup a,::marker,.over,[aria-current]{color:var(--r)}
:target{outline:1px solid}
.skip:not(:focus){position:absolute;left:-99em}
nav,.notice,footer,table,.notes{font-size:.83rem;line-height:1.45}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.3em;margin:0}
nav ul{padding:0}nav li{display:block;min-width:0}
nav a,.no,sup a{text-decoration:none}
nav a{display:block;padding:.25em 0}
header p{margin-top:.8em}.notice,footer,.status{color:var(--s)}
main{position:relative;margin-top:3rem}
h1,h2,h3,h4,h5,h6{font-weight:400;line-height:1.2;text-wrap:balance;hyphens:manual;margin:2em 0 .5em}
h1{font-size:1.95rem;margin-top:0}
h2{font-size:1.28rem}
h2,h4,h5,h6,.notice,.question,.status{font-style:italic}
h3,.over{font-variant-caps:small-caps;letter-spacing:.04em}
p{margin:0}
p+p{text-indent:1.4em}
.over,.over+*{margin:0 0 .3em}
.status,.lede,.question{margin-bottom:1.1em}
.lede,.question{font-size:1.13rem}
p+.lede,p+.status,.question+p,footer p{text-indent:0}
.no{position:absolute;right:calc(100% + 1.3rem);white-space:nowrap;font-size:.72rem;line-height:1.75rem;text-indent:0}
ul,ol{margin:.5em 0;padding-left:1.4em}
ul>li::marker{content:"– "}
blockquote,dd{margin:.5em 0 .5em 1.4em}
.bloc{margin:1em 0}
.wide{overflow:auto}
table{border-collapse:collapse;width:100%;border:solid;border-width:1px 0}
th,td{text-align:left;vertical-align:top;padding:.35em .9em .35em 0;font-weight:400}
thead{font-style:italic;border-bottom:1px solid}
tbody>*>*,footer,.notes{border-top:1px solid var(--l)}
${directionStyle}
.right{text-align:right}.center{text-align:center}.long{overflow-wrap:anywhere}
pre{white-space:pre-wrap;margin:0}code{font-variant:normal;letter-spacing:0}
sup{line-height:0;font-size:.68em}
footer,.notes{margin-top:3em;padding-top:.6em}.notes>:first-child{margin:.5em 0}
.notes [href^="#r"]{display:inline-block;min-width:24px;line-height:24px;text-align:center}
img{max-width:100%;max-height:85vh}figure{margin:1em 0}figcaption{margin-top:.2em;font-size:.83rem;font-style:italic}p:has(>img){text-indent:0}
@media(max-width:58rem){.no{position:static;margin-right:.5em;line-height:1}.no+img{vertical-align:top}li>.no+p{display:inline}}
@media print{:root{--p:#fff}nav,.skip{display:none}.wide{overflow:visible}
:is(h1,h2,h3,h4,h5,h6,.over,.status,dt,.who,p:has(+:is(ul,ol,.bloc,.wide))){break-after:avoid}.no+.wide{break-before:avoid}
:is(h1,h2,h3,h4,h5,h6,tr,.dissent>div,.facts,figure,.answer){break-inside:avoid}@page{size:A4;margin:2cm;@bottom-center{content:counter(page)}}}
`

const titre = `.title{text-align:center;margin:4.5rem 0 5rem}
.title p{color:var(--s);text-indent:0}
.title h1{font-size:clamp(1.9rem,6vw,2.8rem);margin:.9em 0}
.title h1::after{content:"";display:block;width:3em;margin:.7em auto 0;border-top:1px solid var(--r)}
.title .subtitle{font-style:italic;font-size:1.2rem;color:inherit;margin-bottom:2.2rem}
.toc>ul{padding:0}.toc>ul>li{display:block}.toc p{margin-top:1em}
.part{margin-top:6rem}.part>h2{font-size:1.8rem;font-style:normal}
article{margin-top:5rem}article>h3{font-size:1.55rem;font-variant:normal;letter-spacing:0}article h4{font-size:1.2rem}
.colophon{display:flex;flex-wrap:wrap;gap:0 1.3em}.colophon div>*{display:inline;margin:0}
.documents ul{justify-content:center}
@media(max-width:58rem){.title{margin:2.5rem 0 3rem}}
`

const tighter = `.title{margin:2.5rem 0 3.5rem}.part{margin-top:4rem}article{margin-top:2.5rem}
`

const mesure = `dt,.life li::marker{color:var(--s);font-variant-caps:small-caps;letter-spacing:.04em}
.facts{font-size:.83rem;line-height:1.45}
.facts div{display:grid;grid-template-columns:8em minmax(0,1fr);border-top:1px solid var(--l)}
.facts dd,.life svg{margin:0}
.norm{border-left:1px solid var(--r);padding-left:1em;margin-left:-1em}
.dissent>div{margin:1em 0;border-left:3px double var(--s);padding-left:1em}
.dissent p,.measures p{text-indent:0}
.measures li{margin:.75em 0;padding-left:.3em}
.measures p+p,.digest,.life ol{font-size:.83rem;line-height:1.45}
.measures em,.digest{color:var(--s)}
.digest{margin-top:2em}.asked dt{font-variant:normal;letter-spacing:0;color:inherit}
.life svg{width:100%}.life svg *{fill:var(--p);stroke:currentColor}.life .full{fill:currentColor}
.life .full::marker{content:"● "}.life .ring::marker{content:"○ "}.life .square::marker{content:"□ "}
.boxes li{display:block;position:relative}.boxes li::before{content:"";position:absolute;left:-1.4em;top:.35em;width:.75em;height:.75em;border:1px solid}
.line{border:0;border-bottom:1px solid;margin:0;height:2em}.signature p{margin-top:1.4em;text-indent:0}
@media(max-width:30rem){.facts div{display:block}}
@media(max-width:58rem){.norm{margin-left:0}}
`

const consensus = `body{max-width:56em}
.stances{min-width:44em;margin-top:1em}.stances [scope=row]{width:17em;min-width:10em;overflow-wrap:anywhere}
[colspan]{color:var(--r)}
.c{text-align:center}.c span{display:block;font-size:1.2rem;line-height:1}.c small{color:var(--s)}
.key li{display:block}.key{padding:0;display:flex;flex-wrap:wrap;gap:0 1.3em;font-size:.83rem}
figure{margin:0}figcaption{font-style:normal}svg{width:100%;height:1.5rem}
.key svg{width:1.5em;height:1em;vertical-align:-.1em}
svg.bar{display:block;width:auto;max-width:100%;height:.8em;margin-top:.3em;fill:none;stroke:currentColor}.bar .full{fill:currentColor}
@media print{.stances{min-width:0}tr:has([colspan]){break-after:avoid}}
`

const amendement = `.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13em,100%),1fr));gap:0 2em}
dt,.digest{font-variant-caps:small-caps;letter-spacing:.04em;color:var(--s)}dd{margin:0 0 1em}
section+section{border-top:1px solid var(--l);margin-top:3em}
ins{text-decoration:1px underline;background:color-mix(in srgb,currentColor 12%,transparent)}
h1 a,.over a{text-decoration:none}
.new{border-left:1px solid var(--r);padding-left:1em}
`

const sources = `.works{padding:0}.works li{display:block;padding-left:1.4rem;margin-top:.9em;hyphens:none}
.works [dir=rtl]{padding:0 1.4rem 0 0}.works p{text-indent:0}.works p:first-child{text-indent:-1.4rem}
.about{font-size:.78rem;color:var(--s)}
`

const mots = `.words,.initials{padding:0}
.words li,.initials li{display:block;min-width:0;padding-left:1.4em;text-indent:-1.4em}
.words{columns:15em;font-size:.83rem;line-height:1.45}.words[dir=rtl] li,.words [dir=rtl]{padding:0 1.4em 0 0}
`

const sheets = { style, titre, mesure, consensus, amendement, sources, mots } as const

/**
 * Rules for paper: A4, or A5 for a brochure. Part of the left margin is padding, for block numbers:
 * browsers clip text in a margin.
 */
function paperSheet(edition: Edition) {
  const paper = edition.kind === 'brochure' ? booklet : sheet
  const alone = isLeaflet(edition)
  return `@page{size:${paper.size};margin:${paper.right};font:italic 9pt serif;@bottom-center{content:counter(page)}${notice(edition)}}
@page:left{margin:${paper.left};@top-left{padding-left:${paper.gutter};content:${cssString(edition.title)}}}
@page:first{@bottom-center{content:none}}
${alone ? runningHead('', edition.subtitle) : chapterHeads(edition)}${onPaper(paper)}${alone ? leaflet : ''}}`
}

/** The text at the top of right-hand pages. `page` is a CSS page name, or `''`. */
function runningHead(page: string, text: string) {
  return `@page${page}:right{@top-right{content:${cssString(text)}}}`
}

// A named page per chapter makes each chapter start on a new page.
function chapterHeads({ chapters }: Edition) {
  return chapters
    .map((chapter) => {
      const page = `p${chapter.number}`
      return `.part-${chapter.number}{page:${page}}${runningHead(` ${page}`, chapterTitle(chapter))}`
    })
    .join('')
}

/** A sheet of paper. `gutter` is the part of the left margin that is padding. */
const sheet = {
  size: 'A4',
  right: '24mm 26mm 26mm 24mm',
  left: '24mm 34mm 26mm 16mm',
  gutter: '16mm',
  text: '10.5pt',
}
const booklet: typeof sheet = {
  size: 'A5',
  right: '15mm 13mm 16mm 13mm',
  left: '15mm 17mm 16mm 9mm',
  gutter: '12mm',
  text: '9.5pt',
}

/** The draft notice on every page, since sheets of paper get separated. */
function notice(edition: Edition) {
  return edition.draft
    ? `@bottom-right{content:${cssString(edition.words.draftNotice)};font-size:7pt;width:50mm}`
    : ''
}

function onPaper({ gutter, text }: typeof sheet) {
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

/** Leaflets save paper: no part starts on a new page. */
const leaflet =
  '.part{break-before:auto;margin-top:3rem}.title{margin:1.5rem 0 2.5rem}article{margin-top:2rem}h4{margin:1.2em 0 .3em}.lede{font-size:1rem;margin-bottom:.6em}'

function cssString(text: string) {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`
}
