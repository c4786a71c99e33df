import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from './scratch-folder.ts'

/**
 * A folder of Markdown that is no programme, as people keep them: accents and blanks in names,
 * footnotes, a table, links between files.
 */
export function looseFolder(): string {
  const folder = scratchFolder()
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return folder
}

const texts: Readonly<Record<string, string>> = {
  '00 Préface à lire.md': `# Préface

On lira d’abord [la suite](<2027 Suite.md#Deuxième partie>)[^1], puis [la fin](fin.md)[^1]. Une image manque : ![un four](four.png)

[^1]: Une note, appelée deux fois.
`,
  '2027 Suite.md': `# 2027 : suite

## Première partie

| Année | Part |
| ----- | ---: |
| 2026  |  12  |

## Deuxième partie

1. un ;
2. deux.

> Une citation[^ñ].

[^ñ]: Une autre note.
`,
  'fin.md': '# Fin\n\n`code`, ~~rature~~ et retour au [début](<00 Préface à lire.md>).\n',
}
