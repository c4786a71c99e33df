import type { Desk } from './desk.ts'

/**
 * Something a person does to a file of the small programme, and the one thing they are told, in
 * both languages (spaces are ordinary here).
 */
export interface Slip {
  readonly told: string
  readonly does: (desk: Desk) => void
  /** `path:line:column`, from 1. */
  readonly at: string
  readonly fr: string
  readonly en: string
}

export const PROPOSAL = 'axes/services/guichet.md'

/** Replaces one passage of the proposal at hand. */
export function writes(from: string, to: string): (desk: Desk) => void {
  return (desk) => desk.edit(PROPOSAL, from, to)
}

/** What someone types who writes French, and has never heard of YAML. */
export const slipsOfAVolunteer: readonly Slip[] = [
  {
    told: 'gives the title a colon, as French titles have',
    does: writes('title: Garantir un guichet', 'title: Guichets : le droit de parler à quelqu’un'),
    at: `${PROPOSAL}:2:8`,
    fr: 'Cette phrase doit être entre guillemets droits, sinon « title » ne peut pas être lu. Écrivez : title: "Guichets : le droit de parler à quelqu’un"',
    en: 'This sentence must be in straight quotes, or “title” cannot be read. Write: title: "Guichets : le droit de parler à quelqu’un"',
  },
  {
    told: 'begins the title with a word in quotes',
    does: writes('title: Garantir un guichet', 'title: "Refuser" le numérique'),
    at: `${PROPOSAL}:2:8`,
    fr: `Cette phrase doit être entre guillemets droits, sinon « title » ne peut pas être lu. Écrivez : title: '"Refuser" le numérique'`,
    en: `This sentence must be in straight quotes, or “title” cannot be read. Write: title: '"Refuser" le numérique'`,
  },
  {
    told: 'begins the summary with “more than”',
    does: writes('summary: Toute', 'summary: > 50 % de refus : toute'),
    at: `${PROPOSAL}:3:10`,
    fr: 'Cette phrase doit être entre guillemets droits, sinon « summary » ne peut pas être lu. Écrivez : summary: "> 50 % de refus : toute démarche doit pouvoir être faite en personne."',
    en: 'This sentence must be in straight quotes, or “summary” cannot be read. Write: summary: "> 50 % de refus : toute démarche doit pouvoir être faite en personne."',
  },
  {
    told: 'begins the summary with a percent sign',
    does: writes('summary: Toute', 'summary: % de refus, toute'),
    at: `${PROPOSAL}:3:10`,
    fr: 'Cette phrase doit être entre guillemets droits, sinon « summary » ne peut pas être lu. Écrivez : summary: "% de refus, toute démarche doit pouvoir être faite en personne."',
    en: 'This sentence must be in straight quotes, or “summary” cannot be read. Write: summary: "% de refus, toute démarche doit pouvoir être faite en personne."',
  },
  {
    told: 'numbers the title with a hash',
    does: writes('title: Garantir un guichet', 'title: Guichet #3'),
    at: `${PROPOSAL}:2:8`,
    fr: 'Cette phrase doit être entre guillemets droits, sinon « title » ne peut pas être lu. Écrivez : title: "Guichet #3"',
    en: 'This sentence must be in straight quotes, or “title” cannot be read. Write: title: "Guichet #3"',
  },
  {
    told: 'forgets the space after the colon',
    does: writes('title: Garantir', 'title:Garantir'),
    at: `${PROPOSAL}:2:1`,
    fr: 'Il manque une espace après les deux-points de « title ». Écrivez : title: Garantir un guichet',
    en: 'A space is missing after the colon of “title”. Write: title: Garantir un guichet',
  },
  {
    told: 'has a keyboard that types a no-break space after the colon',
    does: writes('title: Garantir', 'title:\u00A0Garantir'),
    at: `${PROPOSAL}:2:7`,
    fr: 'L’espace après « title: » est une espace insécable : mettez une espace ordinaire.',
    en: 'The space after “title:” is a no-break space: use an ordinary one.',
  },
  {
    told: 'indents a request with the tab key',
    does: writes('  partis: Voter', '\tpartis: Voter'),
    at: `${PROPOSAL}:9:1`,
    fr: 'Le retrait de cette ligne est fait d’une tabulation : mettez deux espaces à la place.',
    en: 'This line is indented with a tab: use two spaces instead.',
  },
  {
    told: 'writes the key in French',
    does: writes('title:', 'titre:'),
    at: `${PROPOSAL}:2:1`,
    fr: 'La clé « titre » n’existe pas : vouliez-vous écrire « title » (titre) ?',
    en: 'There is no key “titre”: did you mean “title”?',
  },
  {
    told: 'gives the horizon a capital',
    does: writes('horizon: court', 'horizon: Court'),
    at: `${PROPOSAL}:4:10`,
    fr: '« Court » n’est pas un horizon du programme : écrivez « court ».',
    en: '“Court” is not a horizon of the programme: write “court”.',
  },
  {
    told: 'lists the impacts with commas and no brackets',
    does: writes('impacts: [libertes, liens-sociaux]', 'impacts: climat, libertes'),
    at: `${PROPOSAL}:7:10`,
    fr: '« impacts » attend une liste. Écrivez : impacts: [climat, libertes]',
    en: '“impacts” must be a list. Write: impacts: [climat, libertes]',
  },
  {
    told: 'writes the date with slashes',
    does: writes('authors:', 'review: 12/03/2025\nauthors:'),
    at: `${PROPOSAL}:11:9`,
    fr: 'Un jour s’écrit année-mois-jour : écrivez 2025-03-12 au lieu de « 12/03/2025 ».',
    en: 'A day is written year-month-day: write 2025-03-12 instead of “12/03/2025”.',
  },
  {
    told: 'writes the date in words',
    does: writes('authors:', 'review: 12 mars 2025\nauthors:'),
    at: `${PROPOSAL}:11:9`,
    fr: 'Un jour s’écrit année-mois-jour : écrivez 2025-03-12 au lieu de « 12 mars 2025 ».',
    en: 'A day is written year-month-day: write 2025-03-12 instead of “12 mars 2025”.',
  },
  {
    told: 'forgets to close the head',
    does: writes('authors: [exemple-a]\n---', 'authors: [exemple-a]'),
    at: `${PROPOSAL}:12:1`,
    fr: 'L’en-tête n’est pas fermé : ajoutez ici une ligne de trois tirets « --- », avant le texte.',
    en: 'The head is not closed: add here a line of three hyphens “---”, before the text.',
  },
  {
    told: 'forgets to open the head',
    does: writes('---\ntitle', 'title'),
    at: `${PROPOSAL}:1:1`,
    fr: 'Le fichier doit commencer par une ligne de trois tirets « --- », puis l’en-tête (title, summary…), puis une autre ligne « --- ».',
    en: 'The file must begin with a line of three hyphens “---”, then the head (title, summary…), then another line “---”.',
  },
  {
    told: 'agrees in French',
    does: (desk) => {
      desk.cahier('stance', 'exemple-a', 'guichet', 'consentement')
      desk.edit('positions/exemple-a.yaml', 'stance: consent', 'stance: accord')
    },
    at: 'positions/exemple-a.yaml:6:13',
    fr: '« accord » n’est pas une valeur de « stance » : vouliez-vous écrire « consent » ? (possibles : consent, reservation, objection, abstention).',
    en: '“accord” is not a value of “stance”: did you mean “consent”? (possible: consent, reservation, objection, abstention).',
  },
  {
    told: 'asks the question that the section answers',
    does: writes('## Pourquoi', '## Pourquoi ?'),
    at: `${PROPOSAL}:14:4`,
    fr: 'Il n’y a pas de section « Pourquoi ? » : écrivez « ## Pourquoi ».',
    en: 'There is no section “Pourquoi ?”: write “## Pourquoi”.',
  },
  {
    told: 'puts one hash too many before a section',
    does: writes('## Pourquoi', '### Pourquoi'),
    at: `${PROPOSAL}:14:1`,
    fr: 'Le titre d’une section commence par deux dièses : écrivez « ## Pourquoi ».',
    en: 'The title of a section begins with two number signs: write “## Pourquoi”.',
  },
  {
    told: 'saves from an old editor, in Latin-1',
    does: (desk) => desk.write(PROPOSAL, Buffer.from(desk.read(PROPOSAL), 'latin1')),
    at: `${PROPOSAL}:1:1`,
    fr: 'Ce fichier n’est pas enregistré en UTF-8 : dans votre éditeur, choisissez « enregistrer avec le codage UTF-8 ».',
    en: 'This file is not saved as UTF-8: in your editor, choose “save with encoding UTF-8”.',
  },
]
