import type { Bilingual } from '../command.ts'

/** The words of the manual page that no command says. */
export const MANUAL = {
  fr: {
    name: 'NOM',
    tagline: 'écrire un programme à plusieurs, en texte simple',
    synopsis: 'SYNOPSIS',
    command: 'COMMANDE',
    description:
      'Un programme est un dossier de Markdown et de YAML. Avec cahier, une association l’écrit à plusieurs : relire les textes, prendre position, suivre les accords, publier. Pour contribuer, quatre commandes suffisent : new, lint, stance, status.',
    common: 'Toutes les commandes les comprennent.',
    exit: 'CODE DE RETOUR',
    codes: [
      ['0', 'rien à signaler, ou des avertissements seulement'],
      ['1', 'des erreurs, ou une décision refusée'],
      ['2', 'une commande mal écrite'],
    ],
    environment: 'ENVIRONNEMENT',
    files: 'FICHIERS',
    manifest:
      'Ce qui vaut pour tout le programme : son titre, ses horizons, sa règle de décision. Son dossier est celui du programme.',
  },
  en: {
    name: 'NAME',
    tagline: 'write a programme together, in plain text',
    synopsis: 'SYNOPSIS',
    command: 'COMMAND',
    description:
      'A programme is a folder of Markdown and YAML. With cahier, an association writes it together: check the texts, take a stance, see where agreement stands, publish. To contribute, four commands are enough: new, lint, stance, status.',
    common: 'Every command understands these.',
    exit: 'EXIT STATUS',
    codes: [
      ['0', 'nothing to say, or warnings only'],
      ['1', 'errors, or a decision refused'],
      ['2', 'a wrong command'],
    ],
    environment: 'ENVIRONMENT',
    files: 'FILES',
    manifest:
      'What holds for the whole programme: its title, its horizons, its decision rule. The folder it is in is the programme’s.',
  },
} as const

/** The variables that change what a command does. */
export const ENVIRONMENT: Readonly<Record<string, Bilingual>> = {
  CAHIER_LANG: {
    fr: 'La langue des messages, fr ou en.',
    en: 'The language of the messages, fr or en.',
  },
  CAHIER_DATE: { fr: 'Le jour qui compte, comme --date.', en: 'The day that counts, as --date.' },
  CAHIER_CACHE: {
    fr: 'Le dossier où une relecture est gardée pour la suivante.',
    en: 'The folder where a reading is kept for the next.',
  },
  FORCE_COLOR: {
    fr: 'Des couleurs, même hors d’un terminal.',
    en: 'Colours, even where there is no terminal.',
  },
  NO_COLOR: {
    fr: 'Pas de couleurs, même dans un terminal et avec FORCE_COLOR.',
    en: 'No colours, even on a terminal and with FORCE_COLOR.',
  },
}
