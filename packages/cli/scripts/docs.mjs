// Makes the documentation site with `cahier publish --loose`, from the guide in docs/ and from the
// help, the rule pages and the schemas of the built tool.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from '@cahier/lint'
import { commands } from '../dist/commands.js'
import { helpForCommand } from '../dist/help.js'
import { openingOf, pageIn } from '../dist/rules/rule-page.js'
import { schemaPages } from './schema-pages.mjs'

const cli = dirname(dirname(fileURLToPath(import.meta.url)))
const root = resolve(cli, '../..')
const out = resolve(process.argv[2] ?? join(root, 'dist/docs'))

const WORDS = {
  fr: {
    commands: ['commandes', 'Les commandes', 'Chaque commande dit la même chose après `--help`.'],
    rules: [
      'regles',
      'Les règles de relecture',
      '`cahier rules RÈGLE` montre la page d’une règle sans réseau.',
    ],
    methods: [
      'decision',
      'Les règles de décision',
      'Une règle de décision se choisit dans `programme.yaml`, sous `decision`.',
    ],
    schemas: [
      'schemas',
      'Ce que contient chaque fichier',
      'Un éditeur qui connaît `cahier`, ou les schémas, montre ces explications sur chaque clé.',
    ],
    changes: 'Ce qui a changé',
    said: 'La règle dit :',
    titles: {
      consent: 'Consentement',
      'consensus-minus': 'Consensus moins n',
      majority: 'Majorité',
      'double-majority': 'Double majorité',
      lazy: 'Consensus tacite',
      rough: 'Consensus approximatif',
    },
    title: 'Documentation de cahier',
    key: ['Clé', 'Ce qu’elle dit'],
  },
  en: {
    commands: ['commands', 'The commands', 'Each command says the same after `--help`.'],
    rules: [
      'rules',
      'The linting rules',
      '`cahier rules RULE` shows the page of a rule without a network.',
    ],
    methods: [
      'decision',
      'The decision rules',
      'A decision rule is chosen in `programme.yaml`, under `decision`.',
    ],
    schemas: [
      'schemas',
      'What each file holds',
      'An editor that knows `cahier`, or the schemas, shows these explanations on each key.',
    ],
    changes: 'What changed',
    said: 'The rule says:',
    titles: {
      consent: 'Consent',
      'consensus-minus': 'Consensus minus n',
      majority: 'Majority',
      'double-majority': 'Double majority',
      lazy: 'Lazy consensus',
      rough: 'Rough consensus',
    },
    title: 'Documentation of cahier',
    key: ['Key', 'What it says'],
  },
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const language of ['fr', 'en']) {
  const folder = mkdtempSync(join(out, '.texts-'))
  await writeTexts(folder, language)
  const bundle = join(folder, '.bundle')
  const { status } = spawnSync(
    process.execPath,
    [
      join(cli, 'bin/cahier.js'),
      'publish',
      '--loose',
      folder,
      '--format',
      'html',
      '--out',
      bundle,
      '--lang',
      language,
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(status ?? 1)
  renameSync(join(bundle, 'site'), join(out, language))
  rmSync(folder, { recursive: true })
}
writeFileSync(join(out, 'index.html'), door())

/** Writes the texts of the site in one language, in reading order. */
async function writeTexts(folder, language) {
  const words = WORDS[language]
  cpSync(join(root, 'docs', language), folder, { recursive: true })
  const guide = readFileSync(join(folder, 'README.md'), 'utf8').match(/^\d+\. \[.*$/gm)
  const chapters = [
    ...[
      await commandPages(language),
      rulePages(language),
      methodPages(language),
      schemaPages(join(root, 'schemas'), language, words.key),
    ].map((pages, index) =>
      chapter([words.commands, words.rules, words.methods, words.schemas][index], pages),
    ),
    ...changePages(language),
  ]
  const pages = chapters.flat()
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(
    join(folder, 'README.md'),
    `---\ntitle: ${words.title}\nlang: ${language}\n---\n\n${readFileSync(join(folder, 'README.md'), 'utf8')}`,
  )
  const links = pages.map(({ path, title }) => `- [${title}](${path})`)
  writeFileSync(
    join(folder, 'SUMMARY.md'),
    [
      '- [cahier](README.md)',
      ...guide.map((line) => line.replace(/^\d+\./, '-')),
      ...links,
      '',
    ].join('\n'),
  )
}

// Escapes Markdown signs in a sentence.
function asWords(sentence) {
  return sentence.replace(/[\\[\]*_`<&]/g, '\\$&')
}

/** The pages of a folder, below a page that lists them. */
function chapter([folder, title, intro], pages) {
  const list = pages.map(
    ({ name, title: shown = name, summary = '' }) =>
      `- [${shown}](${name}.md)${summary && `  \n  ${asWords(summary)}`}`,
  )
  return [
    { path: `${folder}/README.md`, title, text: `# ${title}\n\n${intro}\n\n${list.join('\n')}\n` },
    ...pages.map(({ name, title: shown = name, text }) => ({
      path: `${folder}/${name}.md`,
      title: shown,
      text,
    })),
  ]
}

async function commandPages(language) {
  return Promise.all(
    commands.map(async ({ name, summary, load }) => {
      const { command } = await load()
      const entry = { name, summary }
      const [usage, about, ...rest] = helpForCommand(entry, command, language, { width: 72 })
        .trim()
        .split('\n\n')
      const text = `# cahier ${name}\n\n${about.replaceAll('\n', ' ')}\n\n${[usage, ...rest].map((part) => fenced(part)).join('\n\n')}\n`
      return { name, title: `cahier ${name}`, summary: summary[language], text }
    }),
  )
}

function rulePages(language) {
  return rules.map(({ id }) => {
    const page = readFileSync(join(root, `packages/lint/src/rules/${id}.md`), 'utf8')
    return {
      name: id,
      summary: openingOf(page)[language],
      text: shown(pageIn(page, language), language),
    }
  })
}

function methodPages(language) {
  const { titles } = WORDS[language]
  return Object.entries(titles).map(([name, title]) => {
    const page = pageIn(
      readFileSync(join(root, `packages/consensus/src/methods/${name}.md`), 'utf8'),
      language,
    )
    return { name, title, text: page.replace(/^# .*/, `# ${title}\n\n\`method: ${name}\``) }
  })
}

// The French change log has no language in its file name.
function changePages(language) {
  const path = join(cli, language === 'fr' ? 'CHANGELOG.md' : `CHANGELOG.${language}.md`)
  if (!existsSync(path)) return []
  return [
    [{ path: 'changes.md', title: WORDS[language].changes, text: readFileSync(path, 'utf8') }],
  ]
}

/** A page with a line above each fence: its file, or that a rule says so. */
function shown(page, language) {
  return page.replace(/^(`{3,}|~{3,})(\w+)(?: (.+))?\n[\s\S]*?^\1$/gm, (fence, _, lang, path) =>
    lang === 'text' && path === undefined
      ? `${WORDS[language].said}\n\n${fence}`
      : path === undefined
        ? fence
        : `\`${path}\`\n\n${fence}`,
  )
}

function fenced(text) {
  return `\`\`\`text\n${text}\n\`\`\``
}

/** The first page, with a link to each language. */
function door() {
  const links = Object.entries({ fr: 'Documentation en français', en: 'Documentation in English' })
  const items = links.map(
    ([language, title]) =>
      `<li lang="${language}"><a href="${language}/index.html">${title}</a></li>`,
  )
  return `<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>cahier</title><meta name="viewport" content="width=device-width"><style>:root{color-scheme:light dark}a{color:inherit;display:block;padding:.5em 0}</style></head>\n<body><main><h1>cahier</h1>\n<ul>\n${items.join('\n')}\n</ul></main></body>\n</html>\n`
}
