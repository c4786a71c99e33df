import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const script = fileURLToPath(new URL('../../packages/cli/scripts/docs.mjs', import.meta.url))

it('the site of the documentation has a page for each command and each rule, in both languages, and no dead link', () => {
  const here = emptyDesk()
  const made = spawnSync(process.execPath, [script, here.folder], {
    encoding: 'utf8',
    env: { ...process.env, CAHIER_LANG: 'fr' },
  })
  expect([made.status, made.stderr]).toEqual([0, ''])
  // Dead links, and whatever else is wrong, are said before a site is written.
  expect(plain(made.stdout)).not.toMatch(/attention|erreur {2}|warning {2}|error {2}/)
  const verbs = [...here.cahier('--help').out.matchAll(/^ {2}([a-z-]+) /gm)].map(
    ([, name = '']) => name,
  )
  const rules: readonly { id: string; summary: Record<string, string> }[] = JSON.parse(
    here.cahier('rules', '--format', 'json').out,
  ).rules
  expect(verbs).toContain('merge-file')
  for (const [language, commands, ruleFolder] of [
    ['fr', 'commandes', 'regles'],
    ['en', 'commands', 'rules'],
  ] as const) {
    const missing = [
      ...verbs.map((verb) => `${commands}-${verb}`),
      ...rules.map(({ id }) => `${ruleFolder}-${id.replace('/', '-')}`),
    ].filter((page) => !here.has(`${language}/${page}/index.html`))
    expect(missing).toEqual([])
  }
  expect(here.read('en/rules-typography-ellipsis/index.html')).toContain(
    'An ellipsis is one character',
  )
  expect(here.read('en/rules-typography-ellipsis/index.html')).not.toContain(
    'Des points de suspension',
  )
  expect(deadLinks(here.folder)).toEqual([])
})

/** Links of the pages of a site that lead to no file, or to no place in it. */
function deadLinks(site: string): readonly string[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  )
  const texts = new Map(
    pages.map((path) => [join(site, path), readFileSync(join(site, path), 'utf8')]),
  )
  const ids = new Map(
    [...texts].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  )
  return [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/<[a-z][^<>]* (?:href|src)="([^"]+)"/g)].flatMap(([, href = '']) => {
      if (/^[a-z]+:/.test(href)) return []
      const [file = '', fragment = ''] = href.split('#')
      const target = file === '' ? path : join(dirname(path), decodeURIComponent(file))
      const isThere =
        existsSync(target) &&
        (fragment === '' || ids.get(target)?.has(decodeURIComponent(fragment)) === true)
      return isThere ? [] : [`${path.slice(site.length)}: ${href}`]
    }),
  )
}
