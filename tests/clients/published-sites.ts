import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { filesIn } from './files-in.ts'
import { looseFolder } from './loose-folder.ts'
import { published } from './published.ts'
import { root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/**
 * What sites are made of: the real programme, as it is by default and in each kind, and a foreign
 * folder.
 */
export const publishedSites: Readonly<Record<string, () => string>> = {
  programme: () => join(inject('bundle'), 'site'),
  'programme with everything in it': () => publishSite(['--status', 'all']),
  dossier: () => publishSite(['--for', 'syndicats']),
  tribune: () => publishSite(['--kind', 'tribune']),
  brochure: () => publishSite(['--kind', 'brochure', '--axis', 'services']),
  charter: () => publishSite(['--kind', 'charter', '--floor', '3']),
  dissent: () => publishSite(['--kind', 'dissent', '--status', 'all']),
  'loose folder': () => publishSite(['--loose', looseFolder()]),
  documentation: documentationSite,
}

/** The site of the documentation, in both languages. */
function documentationSite(): string {
  const site = scratchFolder()
  const { status, stderr } = run(process.execPath, [`${root}/packages/cli/scripts/docs.mjs`, site])
  if (status !== 0) throw new Error(`the documentation is not made: ${stderr}`)
  return site
}

/** The site of a loose folder that holds one text. */
export function publishedLoose(text: string): string {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'texte.md'), text)
  return publishSite(['--loose', folder])
}

/**
 * The pages of a site that are not alike: all those of the programme; elsewhere, one page of the
 * index of words, of rules, of commands stands for the others.
 */
export function pagesToVisit(name: string, site: string): readonly string[] {
  const pages = filesIn(site).filter((path) => path.endsWith('.html'))
  const others = pages.filter((path) => !/(?:^|\/)(?:mots|words)-.*-\d+\.html$/.test(path))
  if (name === 'programme') return pages
  return name === 'documentation' ? others.filter((path) => !ALIKE.test(path)) : others
}

const ALIKE =
  /\/(?:mots-[a-z]|words-[a-z]|tout\.html|all\.html|(?:regles|rules|commandes|commands|decision|schemas)-(?!readme|reference-file|publish|lazy|programme))/

/** The site alone, as the given options say. It is removed when the test ends. */
function publishSite(options: readonly string[]): string {
  return join(published(['--format', 'html', ...options]), 'site')
}
