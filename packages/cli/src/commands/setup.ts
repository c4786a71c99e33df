// `cahier setup`: configures git, code owners, a forge or a text editor.

import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { dryRunOption, flag, valueOption, wrongArguments } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import type { SetupTarget } from '../setup/setup-files.ts'
import { EDITORS, FORGE_ALIASES, FORGES } from '../setup/targets.ts'

const TARGETS: Readonly<Record<string, () => Promise<SetupTarget>>> = {
  git: async () => (await import('../setup/git.ts')).gitTarget,
  owners: async () => (await import('../setup/owners.ts')).ownersTarget,
  ...targets(FORGES, async (forge) => (await import('../setup/forge.ts')).forgeTarget(forge)),
  ...targets(EDITORS, async (editor) => (await import('../setup/editor.ts')).editorTarget(editor)),
}

function targets<Name extends string>(
  names: readonly Name[],
  load: (name: Name) => Promise<SetupTarget>,
) {
  return Object.fromEntries(names.map((name) => [name, () => load(name)]))
}

const ALIASES: Readonly<Record<string, string>> = {
  ...FORGE_ALIASES,
  code: 'vscode',
  vim: 'neovim',
  nvim: 'neovim',
  hx: 'helix',
  codeowners: 'owners',
  proprietaires: 'owners',
}

export const command: Command = {
  usage: `git\nowners [--owner ID=@ACCOUNT…]\n${FORGES.join('|')} [--pages]\n${EDITORS.join('|')}`,
  help: {
    fr: '« git » apprend à git à fusionner et à comparer les textes phrase par phrase, et le YAML clé par clé. « owners » écrit les fichiers qui, sur une forge, réservent les positions de chaque collectif à ce collectif, et le reste à l’animation. Avec le nom d’une forge, écrit ce qui y fait relire chaque contribution, et met à côté l’outil lui-même : aucun réseau n’est nécessaire. Avec le nom d’un éditeur de texte, écrit ou montre ses réglages.',
    en: '“git” teaches git to merge and compare texts sentence by sentence, and YAML key by key. “owners” writes the files which, on a forge, keep the stances of each collective for that collective, and the rest for the facilitators. With the name of a forge, writes the workflow that checks each contribution there, and puts the tool itself beside it, so that no network is needed. With the name of a text editor, writes or shows its settings.',
  },
  examples: ['git', 'owners --owner COLLECTIVE-a=@COLLECTIVE-a-org', 'forgejo --pages', 'neovim'],
  options: {
    owner: valueOption(
      'ID=@ACCOUNT',
      'owners : un compte d’un collectif ou de l’animation sur la forge (sinon @ID) ; autant de fois qu’il faut',
      'owners: an account of a collective or of a facilitator on the forge (default: @ID); as many times as needed',
      { multiple: true },
    ),
    pages: flag(
      'une forge : y publier aussi le site à chaque changement',
      'a forge: publish the site there too at each change',
    ),
    release: valueOption(
      'VERSION',
      'une forge : prendre cette version de l’outil au registre de npm, au lieu de celle d’ici',
      'a forge: take that version of the tool from the npm registry, instead of the one here',
    ),
    'dry-run': dryRunOption,
  },
  async run(invocation) {
    const [name = '', ...more] = invocation.positionals
    const all = Object.keys(TARGETS).join(', ')
    if (name === '' || more.length > 0) throw wrongArguments(invocation)
    const load = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined
    if (load === undefined) {
      const { fr, en } = didYouMean(nearValue(name, Object.keys(TARGETS), ALIASES))
      throw new UsageError(
        `« ${name} » n’est rien que l’on puisse préparer${fr} (${all})`,
        `“${name}” is nothing that can be set up${en} (${all})`,
      )
    }
    const isForge = FORGES.some((forge) => forge === name)
    const stray = [
      ...(name === 'owners' ? [] : ['owner']),
      ...(isForge ? [] : ['pages', 'release']),
    ].find((option) => invocation.values[option] !== undefined)
    if (stray !== undefined)
      throw new UsageError(
        `--${stray} ne va pas avec « cahier setup ${name} » (cahier setup --help)`,
        `--${stray} does not go with “cahier setup ${name}” (cahier setup --help)`,
      )
    return (await load())(invocation)
  },
}
