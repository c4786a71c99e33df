// Makes the pictures of the README out of the programme and of what the program says of it: `npm
// run pictures`, once it is built.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { terminalPicture, textPicture } from './draw.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const scratch = mkdtempSync(join(tmpdir(), 'cahier-pictures-'))
const programme = join(scratch, 'programme')
cpSync(join(root, 'programme'), programme, {
  recursive: true,
  filter: (path) => !['dist', 'node_modules', '.turbo'].includes(basename(path)),
})

/** The day of the pictures is that of the edition: the same programme gives the same pictures. */
const day = /^ {2}date: (\S+)$/m.exec(readFileSync(join(programme, 'programme.yaml'), 'utf8'))[1]

const PROPOSAL = 'axes/services/rouvrir-guichets.md'
/** What somebody adds, as a keyboard gives it. */
const ADDED = `Un tiers des habitants n'ont pas trouvé d'accueil [@enquete-locale].`

const TITLES = {
  fr: {
    status: 'Où en est chaque proposition',
    contribution: 'Une contribution, relue',
    editor: 'rouvrir-guichets.md — dans un éditeur',
  },
  en: {
    status: 'Where each proposal stands',
    contribution: 'A contribution, checked',
    editor: 'rouvrir-guichets.md — in an editor',
  },
}

for (const language of ['fr', 'en']) {
  const titles = TITLES[language]
  const status = cahier(language, 'status', '--date', day)
  both(`status.${language}`, (theme) =>
    terminalPicture({
      title: titles.status,
      command: 'cahier status',
      output: topOf(status),
      theme,
    }),
  )
}
contribute()
for (const language of ['fr', 'en']) {
  const titles = TITLES[language]
  const findings = JSON.parse(cahier(language, 'lint', PROPOSAL, '--format', 'json')).findings
  const lines = readFileSync(join(programme, PROPOSAL), 'utf8').split('\n')
  both(`contribution.${language}`, (theme) =>
    textPicture({ title: titles.contribution, lines: contributed(lines, findings), theme }),
  )
  both(`editor.${language}`, (theme) =>
    textPicture({ title: titles.editor, lines: edited(lines, findings), theme }),
  )
}
await site()
rmSync(scratch, { recursive: true })

function cahier(language, ...args) {
  const program = join(root, 'packages/cli/bin/cahier.js')
  const env = { ...process.env, CAHIER_LANG: language, COLUMNS: '80', NO_COLOR: '1' }
  const { stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: programme,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (error || (stdout === '' && stderr !== '')) throw error ?? new Error(stderr)
  return stdout
}

function both(name, draw) {
  for (const theme of ['light', 'dark'])
    writeFileSync(join(here, `${name}.${theme}.svg`), draw(theme))
}

// The first two axes, and what the signs mean.
function topOf(status) {
  const [head, table, ...rest] = status.split('\n\n')
  const axes = table.split(/\n(?=\S)/)
  const signs = rest.find((block) => block.includes('✓'))
  return [head, axes.slice(0, 4).join('\n'), signs].join('\n\n')
}

function contribute() {
  const path = join(programme, PROPOSAL)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace('\n## Ce que nous proposons\n', `\n${ADDED}\n\n## Ce que nous proposons\n`),
  )
}

function marked(lines, at, findings) {
  const said = findings.filter(({ line }) => line === at + 1)
  return {
    number: at + 1,
    text: lines[at],
    marks: said.map(({ column, endColumn, endLine, line }) => ({
      from: column - 1,
      to: endLine === line ? Math.max(endColumn - 1, column) : lines[at].length,
    })),
    notes: said.map(({ message, rule }) => ({ message, rule })),
  }
}

function contributed(lines, findings) {
  const at = lines.indexOf(ADDED)
  return [at - 2, at - 1, at, at + 1, at + 2].map((one) => ({
    ...marked(lines, one, findings),
    added: one === at || one === at + 1,
    kind: kindOf(lines, one),
  }))
}

function kindOf(lines, at, end = 0) {
  if (at === 0 || at === end) return 'fence'
  if (at < end) return 'head'
  return lines[at].startsWith('## ') ? 'heading' : 'text'
}

function edited(lines, findings) {
  const end = lines.indexOf('---', 1)
  const at = lines.indexOf(ADDED)
  const shown = [...lines.keys()].filter(
    (one) => one <= end + 2 || (one >= at - 1 && one <= at + 2),
  )
  return shown.map((one) => {
    const { notes, ...line } = marked(lines, one, findings)
    // An editor underlines all that it is told of, and shows the words of one remark, where the
    // pointer is.
    return { ...line, notes: notes.slice(-1), kind: kindOf(lines, one, end) }
  })
}

/** The home page of the site, in the browser that the tests use. */
async function site() {
  const executablePath = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path))
  if (executablePath === undefined)
    return console.error('No Chromium here: the picture of the site stays as it is.')
  const { chromium } = await import('playwright-core')
  const clean = join(scratch, 'site')
  cpSync(join(root, 'programme', PROPOSAL), join(programme, PROPOSAL))
  cahier('fr', 'publish', '--format', 'html', '--out', clean, '--date', day)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1000, height: 760 } })
  await page.goto(`file://${join(clean, 'site/index.html')}`)
  await page.screenshot({ path: join(here, 'site.png') })
  await browser.close()
}
