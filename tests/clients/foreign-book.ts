import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a folder of Markdown as strangers keep them: all that is usually wrong with it, in 20
 * files.
 */
export function writeForeignBook(folder: string): void {
  const files: Readonly<Record<string, string | Buffer>> = { ...texts, ...images }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  symlinkSync('/etc/hostname', join(folder, 'lien.md'))
  symlinkSync('/etc', join(folder, 'etc'))
}

const texts = {
  'README.md': `---
title: "Le livre « étranger » : tout & <rien>"
author: [Jeanne Dupont, {name: Paul}]
lang: fr
---

# Bienvenue

Voir [le guide](guide/01-début.md), [le titre](guide/01-d%C3%A9but.md#un-titre-%C3%A0-rallonge), [blanc](Mon%20fichier.md), [dossier](guide/),
[sans md](guide/10-suite), [html](guide/10-suite.html), [racine](/guide/10-suite.md#fin), [mort](absent.md), [ancre](Mon%20fichier.md#nulle-part),
[dehors](../../etc/passwd), [js](javascript:alert(1)), [mail](mailto:a@b.fr?subject=a|b), [web](https://example.org/a|b?q=[1]&x=%zz#a#b), [vide](),
[dièse](#), [données](data.csv), [ici](#bienvenue), [ref][r], <https://example.org/été>.

[r]: Mon%20fichier.md#deuxième

Prix : 5 $ ou 6 $ *par* mois. Soit $a_1 * b_2 * c \\\\ d$, et $$x = \\frac{a}{b}\\_$$ puis n! : 10 %, 10<sup>6</sup> et CO<sub>2</sub>.

- [ ] à faire
- [x] fait

![png en jpg](img/faux.jpg) ![absente](img/absente.png) ![](img/vraie.png) ![distant](https://example.org/x.png) ![data](data:image/png;base64,AA)
![cassée](img/cassee.png) ![bon](img/bon.svg) ![méchant](img/mechant.svg) ![entité](img/entite.svg) ![gros](img/gros.png) ![csv](data.csv)
![inkscape](img/inkscape.svg)
`,
  'guide/01-début.md':
    '\uFEFF# Début\r\n\r\n#### Un titre à rallonge\r\n\r\nNote[^1], encore[^1], [^absente]. 👩‍👩‍👧 🇫🇷 שלום עולם العربية\r\n\r\n[^1]: La note **forte**.\r\n\r\n    Suite.\r\n\r\n    | a | b |\r\n    | - | - |\r\n    | 1 | 2 |\r\n\r\n[^2]: Jamais appelée.\r\n[^1]: Deux fois.\r\n\r\n## Suite {#fin .cls}\r\n\r\n> # Titre cité\r\n> texte\r\n>\r\n> - liste\r\n>   ## titre en liste\r\n\r\nVoir [fin](#fin), [cité](#titre-cité).\r\n',
  'guide/10-suite.md': `Sans titre au début.

# Main

## Fin

## Fin

### Toc

# Deuxième H1

\`\`\`js
const a = "« b » : c ;" // $x_1$ <b> & \u0007
\`\`\`

<div align="center"><b>html perdu</b> <img src="x.png"></div>

<a id="ancre"></a>

Du <b>html</b><br>à la ligne <!-- rien -->. <script>alert(1)</script>

| Col \\| 1 | *Col* 2 [^n] |  |
|:--|--:|:-:|
| a | b<br>c | ![i](../img/vraie.png) |
| \`x|y\` | long |

[^n]: note de tableau, voir [^n] et [retour](../README.md#bienvenue).

1. un
   1. deux
      - trois

        para

        | t | u |
        |---|---|
        | 1 | 2 |
3. quatre

Setext un
=========

Setext deux
-----------

***

[vers ancre](#ancre) [@cite2020, p. 3] @auteur. ~~rayé~~
`,
  'guide/9-avant.markdown': '---\n---\n',
  'guide/vide.md': '',
  'Mon fichier.md': `# Mon fichier\n\n## Deuxième\n\n${'mot '.repeat(3000)}\n\n## Deuxième\n\n[x](guide/10-suite.md#main)\n`,
  'latin1.md': Buffer.from('# Été\n\nDéjà vu « là »\n', 'latin1'),
  'nul.md': 'abc\0def',
  'mauvais-yaml.md': '---\ntitle: "pas fermé\nautre: [\n---\n\nTexte\n',
  'regle.md': '---\n\nEntre filets\n\n---\n\n# Après\n',
  '日本語.md': '# 日本語の見出し\n\n## 見出し\n\n[a](#見出し) 本文。\n',
  'عربي.md': '# عربي\n\n## عنوان\n\nنص\n',
  'con.md': `# Con\n\n${'>'.repeat(300)} profond\n`,
  'images.md': `# Images\n\n${'*'.repeat(3000)}\n\n${'['.repeat(3000)}\n`,
  'titre.md':
    '## Deux <b>gras</b> `code` *em* [lien](x.md) & <\n\nx\n\n###### Six\n\n## Deux\n\n#\n\n##### Cinq[^z]\n\n[^z]: zut\n',
  'data.csv': 'a,b\n',
} as const

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50" ${more}>${inside}</svg>`

const images = {
  'img/faux.jpg': png,
  'img/vraie.png': png,
  'img/cassee.png': png.subarray(0, 45),
  'img/gros.png': Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]),
  'img/bon.svg': `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('<title>Bon</title><style>.a{fill:red}</style><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><rect class="a" width="50" height="50" style="fill:url(#g)"/>')}`,
  'img/mechant.svg': svg('<script>alert(1)</script>'),
  'img/entite.svg': `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('<text>&x;</text>')}`,
  'img/inkscape.svg': svg(
    '<sodipodi:namedview id="v" pagecolor="#ffffff"/><g inkscape:label="Calque 1" id="c"><path d="M 10 10 L 90 40" id="p" style="stroke:#000"/></g>',
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"',
  ),
} as const
