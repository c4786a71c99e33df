import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { forms } from './forms/forms.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('package.json'))

it('has every text in both languages', () => {
  const named = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(
    (match) => match[1] as string,
  )
  for (const file of ['package.nls.json', 'package.nls.fr.json'])
    expect(Object.keys(JSON.parse(read(file))).sort()).toEqual([...new Set(named)].sort())
})

it('offers every form as a command, and every command in its menus exists', () => {
  const commands = manifest.contributes.commands.map(({ command }: { command: string }) => command)
  expect(commands).toEqual(expect.arrayContaining(Object.keys(forms)))
  const inMenus = Object.values(manifest.contributes.menus)
    .flat()
    .map((entry) => (entry as { command: string }).command)
  expect(commands).toEqual(expect.arrayContaining(inMenus))
})

it('offers to open a round where none is open, and to close one where one is', () => {
  const entries: { command: string; when: string }[] =
    manifest.contributes.menus['view/item/context']
  // The editor knows `=~` and no `!~`.
  expect(entries.filter(({ when }) => when.includes('!~'))).toEqual([])
  const offered = (item: string) =>
    entries
      .filter(({ when }) => new RegExp(/viewItem =~ \/(.+)\//.exec(when)?.[1] ?? '').test(item))
      .map(({ command }) => command.replace('cahier.', ''))
  expect(offered('proposal')).toEqual(['preview', 'preview', 'stance', 'amend', 'open'])
  expect(offered('proposal consulted')).toEqual(['preview', 'preview', 'stance', 'amend', 'close'])
  expect(offered('axis')).toEqual([])
})

it('offers to create a programme, or to open one, where no folder is open', () => {
  const [{ view, contents, when }] = manifest.contributes.viewsWelcome
  expect(when).toBe('!cahier.active')
  expect(manifest.contributes.views.cahier.map(({ id }: { id: string }) => id)).toContain(view)
  const key = contents.slice(1, -1)
  for (const file of ['package.nls.json', 'package.nls.fr.json']) {
    const buttons = [...JSON.parse(read(file))[key].matchAll(/^\[.+\]\(command:(.+)\)$/gm)].map(
      (match) => match[1],
    )
    expect(buttons).toEqual(['cahier.create', 'vscode.openFolder'])
  }
})

it('walks a newcomer through commands that exist, with a button for each step', () => {
  const commands = manifest.contributes.commands.map(({ command }: { command: string }) => command)
  const [{ steps }] = manifest.contributes.walkthroughs
  for (const file of ['package.nls.json', 'package.nls.fr.json'])
    for (const { description } of steps) {
      const buttons = [
        ...JSON.parse(read(file))[description.slice(1, -1)].matchAll(/\(command:(.+)\)$/gm),
      ].map((match) => match[1])
      expect([...commands, 'vscode.openFolder']).toEqual(expect.arrayContaining(buttons))
      expect(buttons).not.toEqual([])
    }
})

it('has the pictures that it names, in the sizes that galleries ask for', () => {
  const icon = readFileSync(new URL(`../${manifest.icon}`, import.meta.url))
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128])
  expect(icon.length).toBeLessThan(6000)
  for (const { media } of manifest.contributes.walkthroughs[0].steps)
    expect(read(media.svg)).toContain('<svg')
})

it('asks for an editor that its client can speak to, which the client itself is not left to find out', () => {
  const folder = createRequire(import.meta.url)
    .resolve('vscode-languageclient/node')
    .replace(/(vscode-languageclient).*$/s, '$1')
  expect(manifest.engines.vscode).toBe(
    JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).engines.vscode,
  )
})

it('wakes up for a programme, and for nothing else', () => {
  expect(manifest.contributes.views.cahier[0].when).toBe('cahier.active || workbenchState == empty')
  expect(
    manifest.activationEvents.every((event: string) =>
      /^workspaceContains:(?:\*\/)?programme\.yaml$/.test(event),
    ),
  ).toBe(true)
})

it('reads a finding out of the log of a task', () => {
  const { regexp, file, line, column, severity, message } =
    manifest.contributes.problemMatchers[0].pattern
  const read = (log: string) =>
    [file, line, column, severity, message].map((group) => new RegExp(regexp).exec(log)?.[group])
  expect(
    read(
      '::warning file=axes/a/p.md,line=3,col=8,endColumn=11,title=typography/ellipsis::« ... » : un seul signe',
    ),
  ).toEqual(['axes/a/p.md', '3', '8', 'warning', '« ... » : un seul signe'])
  expect(
    read(
      '::notice file=sources.yaml,line=3,endLine=5,title=evidence/claim::Sur plusieurs lignes.',
    ).slice(0, 2),
  ).toEqual(['sources.yaml', '3'])
})
