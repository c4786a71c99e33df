import type { Edition } from '../edition.ts'
import { printSheet } from './print-sheet.ts'

/** The one stylesheet of the site, for screens light and dark, wide and narrow, and for paper. */
export function stylesheet(edition: Edition): string {
  return `${screen}${printSheet(edition)}`
}

/** Old book manners: one ink and one rubric, small capitals, indents rather than gaps, numbers of blocks in the margin. */
const screen = `:root{color-scheme:light dark;--ink:#1d1b18;--soft:#5f594f;--paper:#fffdf8;--rule:#d8d0c2;--red:#92281b}
@media(prefers-color-scheme:dark){:root{--ink:#e3ddd2;--soft:#aaa294;--paper:#191715;--rule:#423d36;--red:#ec9a86}}
html{font:112.5%/1.55 "Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Book Antiqua",Georgia,serif;font-variant-numeric:oldstyle-nums;background:var(--paper);color:var(--ink);hyphens:auto;overflow-wrap:break-word;-webkit-text-size-adjust:100%}
body{max-width:34em;margin:0 auto;padding:1.2rem 1.2rem 3rem}
a{color:inherit;text-decoration-color:var(--red);text-decoration-thickness:1px;text-underline-offset:.16em}
a:hover{color:var(--red)}
:focus-visible{outline:2px solid var(--red);outline-offset:2px}
:target{background:color-mix(in srgb,var(--red) 12%,transparent)}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3em .6em}
nav ul,nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.3em;font-size:.83rem}
nav li a{display:inline-block;padding:.25em 0}
nav:not(.beside) a{text-decoration:none}
nav a[aria-current]{color:var(--red)}
.trail{margin-top:1.4rem;color:var(--soft)}
.trail li:not(:last-child)::after{content:"›";margin-left:1.3em}
.notice{border:solid var(--rule);border-width:1px 0;margin:.9rem 0 0;padding:.45em 0;font-style:italic;font-size:.83rem;color:var(--soft)}
main{position:relative;margin-top:2.6rem}
h1,h2,h3,h4,h5,h6{font-weight:400;line-height:1.22;text-wrap:balance;hyphens:manual;margin:2.2em 0 .55em}
h1{font-size:1.95rem;margin:0 0 .5em;line-height:1.14}
h2{font-size:1.28rem;font-style:italic}
h3{font-size:1.08rem;font-variant-caps:small-caps;letter-spacing:.03em}
h4,h5,h6{font-size:1rem;font-style:italic}
p{margin:0;text-wrap:pretty}
p+p{text-indent:1.4em}
p.over,dt,.prev span,.next span{font-variant-caps:small-caps;letter-spacing:.05em}
p.over,.no{color:var(--red)}
p.over{margin-bottom:.25em}
p.status{font-style:italic;color:var(--soft);margin:-.2em 0 1.1em;text-indent:0}
p.lede,.question{font-size:1.13rem;line-height:1.45;text-indent:0;margin:0 0 1.1em}
.question{font-style:italic}
.no{position:absolute;left:-5.3rem;width:4.5rem;text-align:right;font-size:.72rem;line-height:1.75rem;min-height:24px;text-indent:0;font-style:normal;text-decoration:none;font-variant-numeric:lining-nums;hyphens:none}
.no:hover{text-decoration:underline}
dl{margin:1em 0}dd{margin:0}dt{color:var(--soft)}
.facts{border-top:1px solid var(--rule);font-size:.83rem;margin-bottom:0}
.facts div{display:grid;grid-template-columns:8em 1fr;gap:1em;border-bottom:1px solid var(--rule);padding:.18em 0}
.requests dd,.asked dd{margin:0 0 .7em 1.4em}
.asked dt{font-variant-caps:normal;letter-spacing:0}
ul,ol{margin:.5em 0;padding-left:1.4em}
li>ul,li>ol{margin:0}
li::marker{color:var(--red)}
ul>li::marker{content:"– "}
.norm{box-shadow:-2px 0 var(--paper),-3px 0 var(--red);padding-left:1em;margin-left:-1em}
blockquote{margin:.7em 0 .7em 1.4em}
.dissent>div{margin:1em 0;border-left:1px solid var(--soft);padding-left:1em}
.dissent p{text-indent:0}.dissent blockquote{margin:.3em 0}
.bloc{margin:1em 0}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.83rem;line-height:1.4;font-variant-numeric:lining-nums tabular-nums;width:100%;border:solid var(--ink);border-width:1px 0;hyphens:manual}
th,td{text-align:left;vertical-align:top;padding:.35em .9em .35em 0;font-weight:400}
thead th,thead td{border-bottom:1px solid var(--ink);font-style:italic;vertical-align:bottom}
tbody tr+tr>*{border-top:1px solid var(--rule)}
.right{text-align:right}.center,.c{text-align:center}
.stances{min-width:44em}
.stances th[scope=rowgroup]{font-variant-caps:small-caps;letter-spacing:.05em;padding-top:1.2em;color:var(--red)}
.stances tbody th[scope=row]{width:17em}
.c span{display:block;font-size:1.05rem;line-height:1.1}.c small,.works .about{font-size:.78rem;color:var(--soft)}
pre,code{font:.82em/1.5 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;hyphens:none}
pre{white-space:pre-wrap;margin:0;padding:.7em 0 .7em 1.4em;border:dotted var(--rule);border-width:1px 0}
sup{line-height:0;font-size:.68em;font-variant-numeric:lining-nums}
sup a{padding:0 .15em;text-decoration:none;color:var(--red)}
.notes{margin-top:3em;border-top:1px solid var(--rule);font-size:.83rem;line-height:1.45}
.notes :is(h2,h3,h4){font-size:1rem;margin:.9em 0 .4em}
.back{color:var(--red);text-decoration:none;font-style:normal}
.digest{margin-top:2.5em;font-size:.72rem;color:var(--soft);overflow-wrap:anywhere;hyphens:none}
.measures li{margin:.75em 0;padding-left:.3em}.measures p{text-indent:0}.measures em{color:var(--soft);font-size:.9em}.measures p+p{font-size:.88rem;line-height:1.45}
.works{list-style:none;padding:0}.works li{margin:0 0 1em}.works p{padding-left:1.4em;text-indent:-1.4em;hyphens:none}.works .about{text-indent:0}
.title{text-align:center;margin:4.5rem 0 5rem}.title p{text-indent:0;color:var(--soft)}
.title h1{font-size:clamp(1.9rem,6vw,2.8rem);margin:.9em 0}
.title h1::after{content:"";display:block;width:3em;margin:.7em auto 0;border-top:1px solid var(--red)}
.toc ul{list-style:none;padding:0}.toc p{margin-top:1em}
.part{margin-top:6rem}.part>h2{font-size:1.8rem;font-style:normal;margin-top:0}
article{margin-top:5rem}article>h3{font-size:1.55rem;font-variant-caps:normal;letter-spacing:0;margin-top:0}article h4{font-size:1.2rem}
figure{margin:1em 0}figure svg{display:block;width:100%}
figcaption ul{display:flex;flex-wrap:wrap;gap:.2em 1.8em;list-style:none;padding:0;font-size:.83rem}
figcaption svg{display:inline;width:1.5em;vertical-align:-.1em}
img{max-width:100%;height:auto}
.beside{display:flex;justify-content:space-between;gap:2em;border-top:1px solid var(--rule);margin-top:3em;padding-top:.8em;font-size:.83rem}
.beside p{flex:1;text-indent:0}.beside span{display:block;color:var(--soft)}.next{text-align:right}
footer{margin-top:3.5rem;border-top:1px solid var(--rule);font-size:.78rem;color:var(--soft)}
.colophon{display:flex;flex-wrap:wrap;gap:0 1.6em}.colophon div>*{display:inline;font-variant-caps:normal;letter-spacing:0}
@media(min-width:64rem){.broad{max-width:56em}}
@media(max-width:56rem){.no{position:static;display:inline-block;width:auto;margin-right:.5em;padding:0 .2em 0 0;min-width:24px}.norm{margin-left:0}.title{margin:2.5rem 0 3rem}}
`
