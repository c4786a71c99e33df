import type { CommandEntry, CommandGroup } from './command.ts'

/** Every command, in the order of `--help`. */
export const commands: readonly CommandEntry[] = [
  ...inGroup('write', {
    new: ['un nouveau fichier, à partir d’un modèle', 'a new file, from a template'],
    init: ['un nouveau programme', 'a new programme'],
    amend: [
      'faire un amendement de ce que l’on vient de changer',
      'turn what you have just changed into an amendment',
    ],
    amendments: [
      'les amendements à un texte, et comment ils vont ensemble',
      'the amendments to a text, and how they go together',
    ],
    import: [
      'faire des amendements d’un document ODT revenu',
      'turn a returned ODT document into amendments',
    ],
    diff: [
      'ce qui change d’un texte à un autre, par mots entiers',
      'what changed between two texts, in whole words',
    ],
    'merge-file': [
      'fusionner deux versions d’un texte, phrase par phrase',
      'merge two versions of a text, sentence by sentence',
    ],
  }),
  ...inGroup('check', {
    lint: ['ce qui est à corriger dans les textes', 'what needs correcting in the texts'],
    rules: [
      'les règles de relecture, et la page de chacune',
      'the linting rules, and a page about each',
    ],
    format: [
      'écrire Markdown et YAML d’une seule manière',
      'write Markdown and YAML in one consistent way',
    ],
    check: [
      'les textes, et tout ce qui a été décidé, recalculé',
      'the texts, and every decision recomputed',
    ],
    lsp: [
      'répondre à un éditeur de texte (serveur de langage)',
      'answer a text editor (language server)',
    ],
    digest: ['l’empreinte d’un texte', 'the digest of a text'],
    setup: [
      'préparer git, la forge ou un éditeur de texte',
      'set up git, the forge or a text editor',
    ],
    completion: [
      'compléter les commandes avec la touche Tab',
      'complete commands with the Tab key',
    ],
  }),
  ...inGroup('speak', {
    stance: [
      'dire la position d’un collectif sur une proposition',
      'say where a collective stands on a proposal',
    ],
    status: [
      'où en est chaque proposition, et qui a dit quoi',
      'where each proposal stands, and who said what',
    ],
    since: [
      'ce qui a changé depuis qu’un collectif s’est prononcé',
      'what changed since a collective spoke',
    ],
    log: ['l’histoire d’une proposition', 'the story of a proposal'],
  }),
  ...inGroup('decide', {
    overlap: [
      'les propositions qui disent à peu près la même chose',
      'the proposals that say much the same thing',
    ],
    'merge-proposals': ['réunir plusieurs propositions en une', 'merge several proposals into one'],
    open: [
      'ouvrir un tour : figer un texte et demander l’avis de chacun',
      'open a round: freeze a text and ask everyone',
    ],
    ruling: [
      'inscrire un arbitrage sur une objection ou un membre',
      'record a ruling on an objection or a member',
    ],
    'final-period': [
      'commencer la période finale d’un consensus approximatif',
      'begin the final period of a rough consensus',
    ],
    close: ['clore un tour et consigner son résultat', 'close a round and record its outcome'],
    adopt: ['adopter des amendements, en une fois', 'adopt amendments, in one pass'],
    record: ['le procès-verbal d’une proposition', 'the minutes of a proposal'],
  }),
  ...inGroup('publish', {
    publish: ['le programme en HTML, EPUB et ODT', 'the programme in HTML, EPUB and ODT'],
    transmit: ['noter à qui une édition a été remise', 'note who was given an edition'],
    uptake: ['noter ce qu’un destinataire a répondu', 'note how a recipient answered'],
    serve: [
      'le site dans un navigateur, refait à chaque enregistrement',
      'the site in a browser, rebuilt at each save',
    ],
    verify: ['vérifier une édition publiée', 'verify a published edition'],
  }),
]

type Summary = readonly [fr: string, en: string]

function inGroup(group: CommandGroup, rows: Readonly<Record<string, Summary>>): CommandEntry[] {
  return Object.entries(rows).map(([name, [fr, en]]) => ({
    name,
    group,
    summary: { fr, en },
    load: () => import(`./commands/${name}.ts`),
  }))
}
