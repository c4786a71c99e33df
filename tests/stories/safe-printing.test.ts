import { describe, expect, it } from 'vitest'
import { desk } from './desk.ts'

describe('what a text says is never an order to a terminal or to a forge', () => {
  const ESCAPE = '\\e[31m\\e]0;pris\\a'

  it('escapes in a title are shown, not obeyed', () => {
    const here = desk()
    here.edit(
      'axes/services/guichet.md',
      'title: Garantir un guichet',
      `title: "${ESCAPE}Garantir"`,
    )
    here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: "\\e[2Jcourt"')
    for (const words of [
      ['status'],
      ['status', 'guichet'],
      ['record', 'guichet'],
      ['lint'],
      ['publish', '--dry-run', '--format', 'odt'],
    ]) {
      const { out, err } = here.cahier(...words)
      expect(out + err, words.join(' ')).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/)
    }
    expect(here.cahier('status', 'guichet').out).toContain('␛[31m')
  })

  it.each(['::error::faux', '##[error]faux', '##vso[task.complete]faux'])(
    '« %s » at the start of a line is no order',
    (order) => {
      const here = desk()
      here.edit('axes/services/guichet.md', 'title: Garantir un guichet', `title: "${order}"`)
      here.edit(
        'axes/services/axis.md',
        'title: Des services pour tout le monde',
        `title: "${order}"`,
      )
      here.edit('axes/services/guichet.md', 'Un guichet par commune', `${order}\n\nUn guichet <b>`)
      for (const words of [['status'], ['status', 'guichet'], ['record', 'guichet'], ['lint']]) {
        const { out } = here.cahier(...words)
        expect(out, words.join(' ')).not.toMatch(/^\s*::|##\[|##vso\[/m)
      }
    },
  )

  it('nor is the name of a file', () => {
    const here = desk()
    here.write('axes/services/\u001B[31mrouge.docx', 'x')
    expect(here.cahier('lint').out).not.toContain('\u001B')
  })
})
