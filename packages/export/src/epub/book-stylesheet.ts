import { directionStyle } from '../markup/mark-direction-and-language.ts'

/**
 * The style sheet of the book. The reading system chooses the exact font, the text colour and the
 * page width.
 */
export const bookStylesheet = `body{margin:0 4%;font-family:serif;line-height:1.45;hyphens:auto;-webkit-hyphens:auto;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{font-weight:normal;line-height:1.2;hyphens:none;-webkit-hyphens:none;page-break-after:avoid;break-after:avoid;text-align:left}
h1{font-size:1.7em;margin:1.2em 0 .8em}
h2{font-size:1.25em;font-style:italic;margin:2em 0 .6em}
h3{font-size:1.05em;font-variant:small-caps;margin:1.6em 0 .5em}
h4,h5,h6{font-size:1em;font-style:italic;margin:1.4em 0 .4em}
p{margin:0;orphans:2;widows:2}
p+p{text-indent:1.4em}
.over{font-variant:small-caps;letter-spacing:.05em;margin:2.4em 0 .2em;text-indent:0}
.over+h1,.over+h2{margin-top:0}
.notice{font-style:italic;font-size:.85em;border-top:1px solid;border-bottom:1px solid;padding:.4em 0;margin:1em 0;text-indent:0}
.status{font-style:italic;margin-bottom:1em;text-indent:0}
.lede,.question{font-size:1.1em;margin-bottom:1em;text-indent:0}
.question{font-style:italic}
.question+p,.lede+p,.notice+p{text-indent:0}
.no{font-size:.7em;letter-spacing:.02em;margin-right:.4em;opacity:.75}
li>.no+p{display:inline}
.no+img{vertical-align:top}
dl{margin:1em 0}
dt{font-variant:small-caps}
dd{margin:0 0 .4em 1.4em}
.facts{font-size:.85em;border-top:1px solid;border-bottom:1px solid;padding:.4em 0}
.facts dt,.facts dd,.colophon dt,.colophon dd{display:inline;margin:0}
.facts dt::after{content:" \\2013\\20"}
ul,ol{margin:.5em 0;padding-left:1.4em}
.norm{border-left:1px solid;padding-left:.8em;margin-left:-.8em}
blockquote{margin:.7em 0 .7em 1.4em}
.dissent div{margin:1em 0;border-left:3px double;padding-left:.8em}
.dissent p,.works p,.title p,.plain p,.said p,.amendment p,.answer p{text-indent:0}
.bloc{margin:1em 0}
table{table-layout:fixed;border-collapse:collapse;font-size:.8em;line-height:1.35;border-top:1px solid;border-bottom:1px solid;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3em .6em .3em 0;font-weight:normal;overflow-wrap:break-word;word-wrap:break-word}
thead th,thead td{font-style:italic;border-bottom:1px solid}
${directionStyle}
.right{text-align:right}
.center{text-align:center}
@media(max-width:34em){
.wide,.wide tbody,.wide tr,.wide td{display:block;width:auto;text-align:left}
.wide colgroup,.wide thead,.wide td:empty{display:none}
.wide tr{padding:.5em 0}
.wide tr+tr{border-top:1px dotted}
.wide td{padding:.1em 0}
.wide td::before{content:attr(data-label);font-style:italic}
}
pre,code{font-family:monospace,monospace;font-size:.85em;font-variant:normal;hyphens:none;-webkit-hyphens:none}
pre{white-space:pre-wrap;margin:.3em 0 .3em 1.4em}
pre code{font-size:1em}
sup{line-height:0;font-size:.7em}
sup a{text-decoration:none}
.notes{margin-top:2.5em;border-top:1px solid;padding-top:.8em;font-size:.85em}
.notes p{text-indent:0;margin-bottom:.4em}
.works,.plain,.life ol,.boxes,.key{list-style:none;padding:0}
.works li,.plain li{margin-bottom:1em}
.about{font-size:.85em;margin-left:1.4em}
.life{font-size:.9em}
.life li{padding-left:1.4em;text-indent:-1.4em}
.said{margin:0 0 1em}
.said em{margin-left:1.4em}
.amendment p{margin-bottom:.6em}
ins{text-decoration:underline}
del{text-decoration:line-through}
del+ins{margin-left:.25em}
.one{margin-top:3em}
.one h2{font-size:1.4em;font-style:normal}
.one h3{font-size:1.1em;font-style:italic;font-variant:normal}
.answer{margin-top:2em;border-top:1px solid;page-break-inside:avoid;break-inside:avoid}
.boxes p{display:inline}
.boxes li{margin:.6em 0}
.boxes li::before{content:"\\2610\\2002"}
.line{border:0;border-bottom:1px dotted;margin:1.8em 0 0}
.signature div{margin-top:1.4em}
.title{text-align:center;margin-top:25%}
.title h1{font-size:2em;margin:1em 0 .6em;text-align:center}
.title .subtitle{font-style:italic}
.title hr{width:3em;border:0;border-top:1px solid;margin:1.4em auto}
figure{margin:1em 0;page-break-inside:avoid;break-inside:avoid}
figcaption{font-size:.85em;font-style:italic}
.progress figcaption{font-style:normal}
figure svg{width:100%;height:1.5em}
.key svg{width:1.5em;height:1em}
img{max-width:100%;max-height:90vh}
nav a{color:inherit;text-decoration:none}
nav ol{list-style:none;padding-left:0}
nav ol ol{padding-left:1.4em}
nav li{margin:.4em 0}
.cover{margin:0 -4%;text-align:center}
.cover img{max-width:100%;height:95vh;max-height:100%}
`
