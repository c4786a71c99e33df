import { expect, it } from 'vitest'
import { decidedDesk } from './decided-desk.ts'
import { plain } from './plain.ts'

it('since a name that is both a branch and a tag: the branch is taken, whoever added the tag, and that is said', () => {
  const here = decidedDesk()
  here.git('init', '-q', '-b', 'main')
  here.commit('Un tour clos')
  here.git('switch', '-qc', 'contribution')
  here.remove('decisions')
  here.commit('Plus de tour')
  here.git('tag', 'main')
  const { code, out, err } = here.cahier('check', '--since', 'main')
  expect(code).toBe(1)
  expect(plain(out)).toContain(
    'Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.',
  )
  expect(plain(err)).toContain(
    '« main » est à la fois une branche et une étiquette (tag) de git : c’est la branche qui est prise. Pour l’étiquette, écrivez : --since tags/main\n',
  )
  expect(here.cahier('check', '--since', 'main~0').code).toBe(1)
  expect(here.cahier('check', '--since', 'tags/main')).toMatchObject({ code: 0, err: '' })
  expect(plain(here.cahier('lint', '--since', 'main', '--lang', 'en').err)).toContain(
    '“main” is both a branch and a tag of git',
  )
  // So is the branch of another copy, as CI knows it.
  here.git('update-ref', 'refs/remotes/origin/main', 'refs/heads/main')
  here.git('tag', 'origin/main')
  expect(here.cahier('check', '--since', 'origin/main').code).toBe(1)
})
