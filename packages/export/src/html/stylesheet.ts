import type { Edition } from '../edition.ts'
import { printSheet } from './print-sheet.ts'

/** The one stylesheet of the site, for screens light and dark, wide and narrow, and for paper. */
export function stylesheet(edition: Edition): string {
  return `${screen}${printSheet(edition)}`.replaceAll('\n', '')
}

/** Old book manners: one ink and one rubric, small capitals, indents rather than gaps, numbers of blocks in the margin. */
const screen = `:root{color-scheme:light dark;--ink:#1d1b18;--soft:#5f594f;--paper:#fffdf8;--rule:#d8d0c2;--red:#92281b}
@media(prefers-color-scheme:dark){:root{--ink:#e3ddd2;--soft:#aaa294;--paper:#191715;--rule:#423d36;--red:#ec9a86}}
html{font:112.5%/1.55 "Iowan Old Style",Palatino,"Palatino Linotype",P052,Georgia,serif;font-variant-numeric:oldstyle-nums;background:var(--paper);color:var(--ink);hyphens:auto;overflow-wrap:break-word}
body{max-width:34em;margin:0 auto;padding:1.2rem}
a{color:inherit;text-decoration:1px underline var(--red);text-underline-offset:.16em}
a:hover,.over,.no,.back,sup a,::marker,nav [aria-current],[colspan]{color:var(--red)}
:target{background:color-mix(in srgb,var(--red) 12%,transparent)}
.skip:not(:focus){position:absolute;left:-99em}
.measures p+p,nav,.notice,.facts,table,.notes,footer,.key{font-size:.83rem;line-height:1.45}
:is(nav,.toc)>:is(ul,ol),.works,.key{margin:0;padding:0}
nav li,.key li,.toc>ul>li,.works li{display:block}
nav>:is(ul,ol),.key,.colophon{display:flex;flex-wrap:wrap;gap:0 1.3em}
nav li a{display:inline-block;padding:.25em 0}
.trail{margin-top:1.4rem}
.trail li+li::before{content:"›";margin-right:1.3em}
.notice{border:solid var(--rule);border-width:1px 0;margin-top:.9rem;padding:.45em 0;font-style:italic}
.notice,.trail,.status,dt,.about,.measures em,.beside span,footer,.digest,.c small,.title p{color:var(--soft)}
main{position:relative;margin-top:2.6rem}
:is(h1,h2,h3,h4,h5){font-weight:400;line-height:1.2;text-wrap:balance;hyphens:manual;margin:2.2em 0 .55em}
h1{font-size:1.95rem;margin:0 0 .5em}
h2{font-size:1.28rem}
h3{font-size:1.08rem}
h2,h4,h5,.notes>h3,.question,.status,thead{font-style:italic}
h3,.over,dt,.beside span{font-variant-caps:small-caps;letter-spacing:.04em}
p{margin:0}
p+p{text-indent:1.4em}
.about,.status,.lede,.question,.dissent p,.measures p,.title p,.beside p{text-indent:0}
.status,.lede,.question{margin-bottom:1.1em}
.lede,.question{font-size:1.13rem}
.no{position:absolute;left:-6.5rem;width:4.7rem;text-align:right;font-size:.72rem;line-height:1.75rem;text-indent:0;font-style:normal;hyphens:none}
dl{margin:1em 0}dd{margin:0}
.facts{border-top:1px solid var(--rule)}
.facts div{display:grid;grid-template-columns:8em 1fr;gap:0 1em;border-bottom:1px solid var(--rule);padding:.18em 0}
.requests dd,.asked dd{margin:0 0 .7em 1.4em}
article>h3,.notes>h3,.asked dt,.colophon dt{font-variant:inherit;letter-spacing:0}
ul,ol{margin:.5em 0;padding-left:1.4em}
li>:is(ul,ol){margin:0}
ul>li::marker{content:"– "}
.norm{border-left:1px solid var(--red);padding-left:1em;margin-left:-1em}
blockquote{margin:.7em 0 .7em 1.4em}
.dissent>div{margin:1em 0;border-left:3px double var(--soft);padding-left:1em}
.bloc{margin:1em 0}
.wide{overflow:auto}
table{border-collapse:collapse;font-variant-numeric:lining-nums tabular-nums;width:100%;border:solid;border-width:1px 0}
th,td{text-align:left;vertical-align:top;padding:.35em .9em .35em 0;font-weight:400}
thead>*>*{border-bottom:1px solid;vertical-align:bottom}
tr+tr>*{border-top:1px solid var(--rule)}
.right{text-align:right}.center,.c{text-align:center}
.stances{min-width:44em;margin-top:1em}
.stances [scope=row]{width:17em}
.c span{display:block;font-size:1.2rem;line-height:1}
pre,code{font:.82em/1.5 monospace;hyphens:none}
pre{white-space:pre-wrap;margin:0;padding-left:1.4em}
sup{line-height:0;font-size:.68em}
sup a,.no,nav li a{text-decoration:none}
.notes,footer,.beside{margin-top:3em;border-top:1px solid var(--rule)}
.notes>:first-child{font-size:1rem;margin:.9em 0 .4em}
.digest{margin-top:2.5em}
.digest,.c small,.about{font-size:.78rem}
.measures li{margin:.75em 0;padding-left:.3em}
.works li{padding-left:1.4rem;hyphens:none}.works p:first-child{margin-top:.9em;text-indent:-1.4rem}
.title{text-align:center;margin:4.5rem 0 5rem}
.title h1{font-size:clamp(1.9rem,6vw,2.8rem);margin:.9em 0}
.title h1::after{content:"";display:block;width:3em;margin:.7em auto 0;border-top:1px solid var(--red)}
.toc p{margin-top:1em}
.part{margin-top:6rem}.part>h2{font-size:1.8rem;font-style:normal}
article{margin-top:5rem}article>h3{font-size:1.55rem}article h4{font-size:1.2rem}
.over{margin-bottom:.25em}.over+*{margin-top:0}
figure{margin:0}svg{width:100%;height:1.5rem}
.key svg{width:1.5em;height:1em;vertical-align:-.1em}
img{max-width:100%}
.beside{display:flex;gap:2em;padding-top:.8em}
.beside p{flex:1}.beside span{display:block}.next{text-align:right}
.colophon div>*{display:inline}
.broad{max-width:56em}
@media(max-width:58rem){.no{position:static;margin-right:.5em;padding:.3em 0}.norm{margin-left:0}.title{margin:2.5rem 0 3rem}}
@media(max-width:30rem){.facts div{display:block}}
`
