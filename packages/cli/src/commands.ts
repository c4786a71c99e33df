import type { Bilingual, CommandEntry, CommandGroup } from './command.ts'

/** Every command, in the order of `--help`. In a group, commands for contributors come first. */
export const commands: readonly CommandEntry[] = [
  ...inGroup('write', {
    new: {
      fr: 'un nouveau fichier, à partir d’un modèle',
      en: 'a new file, from a template',
      load: () => import('./commands/new.ts'),
    },
    init: {
      fr: 'un nouveau programme',
      en: 'a new programme',
      load: () => import('./commands/init.ts'),
    },
    amend: {
      fr: 'faire un amendement de ce que l’on vient de changer',
      en: 'turn what you have just changed into an amendment',
      load: () => import('./commands/amend.ts'),
    },
    amendments: {
      fr: 'les amendements à un texte, et comment ils vont ensemble',
      en: 'the amendments to a text, and how they go together',
      load: () => import('./commands/amendments.ts'),
    },
    import: {
      fr: 'faire des amendements d’un document ODT revenu',
      en: 'turn a returned ODT document into amendments',
      load: () => import('./commands/import.ts'),
    },
    diff: {
      fr: 'ce qui change d’un texte à un autre, par mots entiers',
      en: 'what changed between two texts, in whole words',
      load: () => import('./commands/diff.ts'),
    },
    'merge-file': {
      fr: 'fusionner deux versions d’un texte, phrase par phrase',
      en: 'merge two versions of a text, sentence by sentence',
      load: () => import('./commands/merge-file.ts'),
    },
  }),
  ...inGroup('check', {
    lint: {
      fr: 'ce qui est à corriger dans les textes',
      en: 'what needs correcting in the texts',
      load: () => import('./commands/lint.ts'),
    },
    rules: {
      fr: 'les règles de relecture, et la page de chacune',
      en: 'the linting rules, and a page about each',
      load: () => import('./commands/rules.ts'),
    },
    format: {
      fr: 'écrire Markdown et YAML d’une seule manière',
      en: 'write Markdown and YAML in one consistent way',
      load: () => import('./commands/format.ts'),
    },
    check: {
      fr: 'les textes, et tout ce qui a été décidé, recalculé',
      en: 'the texts, and every decision recomputed',
      load: () => import('./commands/check.ts'),
    },
    lsp: {
      fr: 'répondre à un éditeur de texte (serveur de langage)',
      en: 'answer a text editor (language server)',
      load: () => import('./commands/lsp.ts'),
    },
    digest: {
      fr: 'l’empreinte d’un texte',
      en: 'the digest of a text',
      load: () => import('./commands/digest.ts'),
    },
    setup: {
      fr: 'préparer git, la forge ou un éditeur de texte',
      en: 'set up git, the forge or a text editor',
      load: () => import('./commands/setup.ts'),
    },
    completion: {
      fr: 'compléter les commandes avec la touche Tab',
      en: 'complete commands with the Tab key',
      load: () => import('./commands/completion.ts'),
    },
  }),
  ...inGroup('speak', {
    stance: {
      fr: 'dire la position d’un collectif sur une proposition',
      en: 'say where a collective stands on a proposal',
      load: () => import('./commands/stance.ts'),
    },
    status: {
      fr: 'où en est chaque proposition, et qui a dit quoi',
      en: 'where each proposal stands, and who said what',
      load: () => import('./commands/status.ts'),
    },
    since: {
      fr: 'ce qui a changé depuis qu’un collectif s’est prononcé',
      en: 'what changed since a collective spoke',
      load: () => import('./commands/since.ts'),
    },
    log: {
      fr: 'l’histoire d’une proposition',
      en: 'the story of a proposal',
      load: () => import('./commands/log.ts'),
    },
  }),
  ...inGroup('decide', {
    overlap: {
      fr: 'les propositions qui disent à peu près la même chose',
      en: 'the proposals that say much the same thing',
      load: () => import('./commands/overlap.ts'),
    },
    'merge-proposals': {
      fr: 'réunir plusieurs propositions en une',
      en: 'merge several proposals into one',
      load: () => import('./commands/merge-proposals.ts'),
    },
    open: {
      fr: 'ouvrir un tour : figer un texte et demander l’avis de chacun',
      en: 'open a round: freeze a text and ask everyone',
      load: () => import('./commands/open.ts'),
    },
    ruling: {
      fr: 'inscrire un arbitrage sur une objection ou un membre',
      en: 'record a ruling on an objection or a member',
      load: () => import('./commands/ruling.ts'),
    },
    'final-period': {
      fr: 'commencer la période finale d’un consensus approximatif',
      en: 'begin the final period of a rough consensus',
      load: () => import('./commands/final-period.ts'),
    },
    close: {
      fr: 'clore un tour et consigner son résultat',
      en: 'close a round and record its outcome',
      load: () => import('./commands/close.ts'),
    },
    adopt: {
      fr: 'adopter des amendements, en une fois',
      en: 'adopt amendments, in one pass',
      load: () => import('./commands/adopt.ts'),
    },
    record: {
      fr: 'le procès-verbal d’une proposition',
      en: 'the minutes of a proposal',
      load: () => import('./commands/record.ts'),
    },
  }),
  ...inGroup('publish', {
    publish: {
      fr: 'le programme en HTML, EPUB et ODT',
      en: 'the programme in HTML, EPUB and ODT',
      load: () => import('./commands/publish.ts'),
    },
    transmit: {
      fr: 'noter à qui une édition a été remise',
      en: 'note who was given an edition',
      load: () => import('./commands/transmit.ts'),
    },
    uptake: {
      fr: 'noter ce qu’un destinataire a répondu',
      en: 'note how a recipient answered',
      load: () => import('./commands/uptake.ts'),
    },
    serve: {
      fr: 'le site dans un navigateur, refait à chaque enregistrement',
      en: 'the site in a browser, rebuilt at each save',
      load: () => import('./commands/serve.ts'),
    },
    verify: {
      fr: 'vérifier une édition publiée',
      en: 'verify a published edition',
      load: () => import('./commands/verify.ts'),
    },
  }),
]

function inGroup(
  group: CommandGroup,
  entries: Readonly<Record<string, Bilingual & Pick<CommandEntry, 'load'>>>,
): readonly CommandEntry[] {
  return Object.entries(entries).map(([name, { load, ...summary }]) => ({
    name,
    group,
    summary,
    load,
  }))
}
