import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

const editors = ['vscode', 'neovim', 'helix', 'emacs', 'kate', 'zed']

it('writes what an editor reads in the folder, and shows what belongs to a person', () => {
  const here = desk()
  expect(plain(here.cahier('setup', 'helix').out)).toContain('écrit : .helix/languages.toml')
  expect(here.read('.helix/languages.toml')).toMatch(/^command = ".*"\nargs = \[.*"lsp"\]$/m)
  expect(plain(here.cahier('setup', 'helix').out)).toContain(
    '.helix/languages.toml est déjà en place.',
  )
  const neovim = plain(here.cahier('setup', 'neovim').out)
  expect(neovim).toContain('À mettre dans ~/.config/nvim/plugin/cahier.lua')
  expect(neovim).toMatch(/cmd = \{ '.*', 'lsp' \}/)
  here.cahier('setup', 'kate')
  expect(JSON.parse(here.read('.kateproject')).lspclient.servers.markdown.command.at(-1)).toBe(
    'lsp',
  )
  here.cahier('setup', 'zed')
  expect(JSON.parse(here.read('.zed/tasks.json'))[0].args.at(-1)).toBe('lint')
})

it('never writes over settings that are there', () => {
  const here = desk()
  here.write('.vscode/settings.json', '{ "editor.fontSize": 20 }\n')
  const { code, out } = here.cahier('setup', 'vscode')
  expect(code).toBe(0)
  expect(plain(out)).toContain(
    '.vscode/settings.json existe déjà, et reste comme il est. À y ajouter si cela vous convient :',
  )
  expect(out).toContain('source.fixAll.cahier')
  expect(here.read('.vscode/settings.json')).toBe('{ "editor.fontSize": 20 }\n')
})

it('writes nothing in a dry run, and what it writes is no unknown file of the programme', () => {
  const here = desk()
  const before = here.files()
  for (const editor of editors) expect(here.cahier('setup', editor, '--dry-run').code).toBe(0)
  expect(here.files()).toEqual(before)
  for (const editor of editors) here.cahier('setup', editor)
  expect(JSON.parse(here.cahier('lint', '--format', 'json').out).summary).toMatchObject({
    error: 0,
    warning: 0,
  })
})

it('speaks English too, and says which editors it knows', () => {
  const here = desk()
  expect(here.cahier('setup', 'emacs', '--lang', 'en').out).toContain(
    'To put in ~/.emacs.d/init.el, which is yours:',
  )
  expect(here.cahier('setup', 'zed', '--lang', 'en', '--dry-run').out).toContain(
    '"label": "cahier lint $ZED_FILENAME"',
  )
  expect(plain(here.cahier('setup', 'emac').err)).toContain('vouliez-vous « emacs » ?')
})
