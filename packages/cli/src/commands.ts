import type { CommandEntry, CommandGroup } from './command.ts'

/** Every command, in the order of `--help`. */
export const commands: readonly CommandEntry[] = [
  ...inGroup('write', {
    new: [
      'un nouveau fichier, à partir d’un modèle',
      'a new file, from a template',
      () => import('./commands/new.ts'),
    ],
    init: ['un nouveau programme', 'a new programme', () => import('./commands/init.ts')],
    amend: [
      'faire un amendement de ce que l’on vient de changer',
      'turn what you have just changed into an amendment',
      () => import('./commands/amend.ts'),
    ],
    amendments: [
      'les amendements à un texte, et comment ils vont ensemble',
      'the amendments to a text, and how they go together',
      () => import('./commands/amendments.ts'),
    ],
    import: [
      'faire des amendements d’un document ODT revenu',
      'turn a returned ODT document into amendments',
      () => import('./commands/import.ts'),
    ],
    diff: [
      'ce qui change d’un texte à un autre, par mots entiers',
      'what changed between two texts, in whole words',
      () => import('./commands/diff.ts'),
    ],
    'merge-file': [
      'fusionner deux versions d’un texte, phrase par phrase',
      'merge two versions of a text, sentence by sentence',
      () => import('./commands/merge-file.ts'),
    ],
  }),
  ...inGroup('check', {
    lint: [
      'ce qui est à corriger dans les textes',
      'what needs correcting in the texts',
      () => import('./commands/lint.ts'),
    ],
    rules: [
      'les règles de relecture, et la page de chacune',
      'the linting rules, and a page about each',
      () => import('./commands/rules.ts'),
    ],
    format: [
      'écrire Markdown et YAML d’une seule manière',
      'write Markdown and YAML in one consistent way',
      () => import('./commands/format.ts'),
    ],
    check: [
      'les textes, et tout ce qui a été décidé, recalculé',
      'the texts, and every decision recomputed',
      () => import('./commands/check.ts'),
    ],
    lsp: [
      'répondre à un éditeur de texte (serveur de langage)',
      'answer a text editor (language server)',
      () => import('./commands/lsp.ts'),
    ],
    digest: [
      'l’empreinte d’un texte',
      'the digest of a text',
      () => import('./commands/digest.ts'),
    ],
    setup: [
      'préparer git, la forge ou un éditeur de texte',
      'set up git, the forge or a text editor',
      () => import('./commands/setup.ts'),
    ],
    completion: [
      'compléter les commandes avec la touche Tab',
      'complete commands with the Tab key',
      () => import('./commands/completion.ts'),
    ],
  }),
  ...inGroup('speak', {
    stance: [
      'dire la position d’un collectif sur une proposition',
      'say where a collective stands on a proposal',
      () => import('./commands/stance.ts'),
    ],
    status: [
      'où en est chaque proposition, et qui a dit quoi',
      'where each proposal stands, and who said what',
      () => import('./commands/status.ts'),
    ],
    since: [
      'ce qui a changé depuis qu’un collectif s’est prononcé',
      'what changed since a collective spoke',
      () => import('./commands/since.ts'),
    ],
    log: [
      'l’histoire d’une proposition',
      'the story of a proposal',
      () => import('./commands/log.ts'),
    ],
  }),
  ...inGroup('decide', {
    overlap: [
      'les propositions qui disent à peu près la même chose',
      'the proposals that say much the same thing',
      () => import('./commands/overlap.ts'),
    ],
    'merge-proposals': [
      'réunir plusieurs propositions en une',
      'merge several proposals into one',
      () => import('./commands/merge-proposals.ts'),
    ],
    open: [
      'ouvrir un tour : figer un texte et demander l’avis de chacun',
      'open a round: freeze a text and ask everyone',
      () => import('./commands/open.ts'),
    ],
    ruling: [
      'inscrire un arbitrage sur une objection ou un membre',
      'record a ruling on an objection or a member',
      () => import('./commands/ruling.ts'),
    ],
    'final-period': [
      'commencer la période finale d’un consensus approximatif',
      'begin the final period of a rough consensus',
      () => import('./commands/final-period.ts'),
    ],
    close: [
      'clore un tour et consigner son résultat',
      'close a round and record its outcome',
      () => import('./commands/close.ts'),
    ],
    adopt: [
      'adopter des amendements, en une fois',
      'adopt amendments, in one pass',
      () => import('./commands/adopt.ts'),
    ],
    record: [
      'le procès-verbal d’une proposition',
      'the minutes of a proposal',
      () => import('./commands/record.ts'),
    ],
  }),
  ...inGroup('publish', {
    publish: [
      'le programme en HTML, EPUB et ODT',
      'the programme in HTML, EPUB and ODT',
      () => import('./commands/publish.ts'),
    ],
    transmit: [
      'noter à qui une édition a été remise',
      'note who was given an edition',
      () => import('./commands/transmit.ts'),
    ],
    uptake: [
      'noter ce qu’un destinataire a répondu',
      'note how a recipient answered',
      () => import('./commands/uptake.ts'),
    ],
    serve: [
      'le site dans un navigateur, refait à chaque enregistrement',
      'the site in a browser, rebuilt at each save',
      () => import('./commands/serve.ts'),
    ],
    verify: [
      'vérifier une édition publiée',
      'verify a published edition',
      () => import('./commands/verify.ts'),
    ],
  }),
]

type Row = readonly [fr: string, en: string, load: CommandEntry['load']]

function inGroup(group: CommandGroup, rows: Readonly<Record<string, Row>>): CommandEntry[] {
  return Object.entries(rows).map(([name, [fr, en, load]]) => ({
    name,
    group,
    summary: { fr, en },
    load,
  }))
}
