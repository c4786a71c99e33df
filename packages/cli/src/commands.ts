import type { CommandEntry } from './command.ts'

/**
 * Every command, in the order of `--help`: within a group, those of a contributor first. A command
 * is loaded when it is called.
 */
export const commands: readonly CommandEntry[] = [
  {
    name: 'new',
    group: 'write',
    summary: { fr: 'un nouveau fichier, à partir d’un modèle', en: 'a new file, from a template' },
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'init',
    group: 'write',
    summary: { fr: 'un nouveau programme', en: 'a new programme' },
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'amend',
    group: 'write',
    summary: {
      fr: 'faire un amendement de ce que l’on vient de changer',
      en: 'turn what you have just changed into an amendment',
    },
    load: () => import('./commands/amend.ts'),
  },
  {
    name: 'amendments',
    group: 'write',
    summary: {
      fr: 'les amendements à un texte, et comment ils vont ensemble',
      en: 'the amendments to a text, and how they go together',
    },
    load: () => import('./commands/amendments.ts'),
  },
  {
    name: 'import',
    group: 'write',
    summary: {
      fr: 'faire des amendements d’un document ODT revenu',
      en: 'turn a returned ODT document into amendments',
    },
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'diff',
    group: 'write',
    summary: {
      fr: 'ce qui change d’un texte à un autre, par mots entiers',
      en: 'what changed between two texts, in whole words',
    },
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'merge-file',
    group: 'write',
    summary: {
      fr: 'fusionner deux versions d’un texte, phrase par phrase',
      en: 'merge two versions of a text, sentence by sentence',
    },
    load: () => import('./commands/merge-file.ts'),
  },
  {
    name: 'lint',
    group: 'check',
    summary: {
      fr: 'ce qui est à corriger dans les textes',
      en: 'what needs correcting in the texts',
    },
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'rules',
    group: 'check',
    summary: {
      fr: 'les règles de relecture, et la page de chacune',
      en: 'the linting rules, and a page about each',
    },
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'format',
    group: 'check',
    summary: {
      fr: 'écrire Markdown et YAML d’une seule manière',
      en: 'write Markdown and YAML in one consistent way',
    },
    load: () => import('./commands/format.ts'),
  },
  {
    name: 'check',
    group: 'check',
    summary: {
      fr: 'les textes, et tout ce qui a été décidé, recalculé',
      en: 'the texts, and every decision recomputed',
    },
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'lsp',
    group: 'check',
    summary: {
      fr: 'répondre à un éditeur de texte (serveur de langage)',
      en: 'answer a text editor (language server)',
    },
    load: () => import('./commands/lsp.ts'),
  },
  {
    name: 'digest',
    group: 'check',
    summary: { fr: 'l’empreinte d’un texte', en: 'the digest of a text' },
    load: () => import('./commands/digest.ts'),
  },
  {
    name: 'setup',
    group: 'check',
    summary: {
      fr: 'préparer git, la forge ou un éditeur de texte',
      en: 'set up git, the forge or a text editor',
    },
    load: () => import('./commands/setup.ts'),
  },
  {
    name: 'completion',
    group: 'check',
    summary: {
      fr: 'compléter les commandes avec la touche Tab',
      en: 'complete commands with the Tab key',
    },
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'stance',
    group: 'speak',
    summary: {
      fr: 'dire la position d’un collectif sur une proposition',
      en: 'say where a collective stands on a proposal',
    },
    load: () => import('./commands/stance.ts'),
  },
  {
    name: 'status',
    group: 'speak',
    summary: {
      fr: 'où en est chaque proposition, et qui a dit quoi',
      en: 'where each proposal stands, and who said what',
    },
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'since',
    group: 'speak',
    summary: {
      fr: 'ce qui a changé depuis qu’un collectif s’est prononcé',
      en: 'what changed since a collective spoke',
    },
    load: () => import('./commands/since.ts'),
  },
  {
    name: 'log',
    group: 'speak',
    summary: { fr: 'l’histoire d’une proposition', en: 'the story of a proposal' },
    load: () => import('./commands/log.ts'),
  },
  {
    name: 'overlap',
    group: 'decide',
    summary: {
      fr: 'les propositions qui disent à peu près la même chose',
      en: 'the proposals that say much the same thing',
    },
    load: () => import('./commands/overlap.ts'),
  },
  {
    name: 'merge-proposals',
    group: 'decide',
    summary: { fr: 'réunir plusieurs propositions en une', en: 'merge several proposals into one' },
    load: () => import('./commands/merge-proposals.ts'),
  },
  {
    name: 'open',
    group: 'decide',
    summary: {
      fr: 'ouvrir un tour : figer un texte et demander l’avis de chacun',
      en: 'open a round: freeze a text and ask everyone',
    },
    load: () => import('./commands/open.ts'),
  },
  {
    name: 'ruling',
    group: 'decide',
    summary: {
      fr: 'inscrire un arbitrage sur une objection ou un membre',
      en: 'record a ruling on an objection or a member',
    },
    load: () => import('./commands/ruling.ts'),
  },
  {
    name: 'final-period',
    group: 'decide',
    summary: {
      fr: 'commencer la période finale d’un consensus approximatif',
      en: 'begin the final period of a rough consensus',
    },
    load: () => import('./commands/final-period.ts'),
  },
  {
    name: 'close',
    group: 'decide',
    summary: {
      fr: 'clore un tour et consigner son résultat',
      en: 'close a round and record its outcome',
    },
    load: () => import('./commands/close.ts'),
  },
  {
    name: 'adopt',
    group: 'decide',
    summary: { fr: 'adopter des amendements, en une fois', en: 'adopt amendments, in one pass' },
    load: () => import('./commands/adopt.ts'),
  },
  {
    name: 'record',
    group: 'decide',
    summary: { fr: 'le procès-verbal d’une proposition', en: 'the minutes of a proposal' },
    load: () => import('./commands/record.ts'),
  },
  {
    name: 'publish',
    group: 'publish',
    summary: { fr: 'le programme en HTML, EPUB et ODT', en: 'the programme in HTML, EPUB and ODT' },
    load: () => import('./commands/publish.ts'),
  },
  {
    name: 'transmit',
    group: 'publish',
    summary: { fr: 'noter à qui une édition a été remise', en: 'note who was given an edition' },
    load: () => import('./commands/transmit.ts'),
  },
  {
    name: 'uptake',
    group: 'publish',
    summary: { fr: 'noter ce qu’un destinataire a répondu', en: 'note how a recipient answered' },
    load: () => import('./commands/uptake.ts'),
  },
  {
    name: 'serve',
    group: 'publish',
    summary: {
      fr: 'le site dans un navigateur, refait à chaque enregistrement',
      en: 'the site in a browser, rebuilt at each save',
    },
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'verify',
    group: 'publish',
    summary: { fr: 'vérifier une édition publiée', en: 'verify a published edition' },
    load: () => import('./commands/verify.ts'),
  },
]
