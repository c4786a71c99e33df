import type { Desk } from './desk.ts'
import { PROPOSAL, type Slip, writes } from './slips-of-a-volunteer.ts'

/** What slips in when someone who knows the folder works too fast. */
export const slipsOfAWriter: readonly Slip[] = [
  {
    told: 'cites a source with a letter missing',
    does: writes('@insee-2022', '@inse-2022'),
    at: `${PROPOSAL}:16:47`,
    fr: 'Aucune source « inse-2022 » dans sources.yaml : vouliez-vous citer « insee-2022 » ?',
    en: 'No source “inse-2022” in sources.yaml: did you mean “insee-2022”?',
  },
  {
    told: 'cites a source that nobody has entered',
    does: writes('@insee-2022', '@ademe-2030'),
    at: `${PROPOSAL}:16:47`,
    fr: 'Aucune source « ademe-2030 » dans sources.yaml : ajoutez-la à ce fichier, ou citez-en une qui y est.',
    en: 'No source “ademe-2030” in sources.yaml: add it to that file, or cite one that is there.',
  },
  {
    told: 'links to a proposal that is not there',
    does: writes('(courrier.md)', '(couriers.md)'),
    at: `${PROPOSAL}:17:12`,
    fr: 'Le fichier « couriers.md » n’existe pas : vouliez-vous écrire « courrier.md » ?',
    en: 'There is no file “couriers.md”: did you mean “courrier.md”?',
  },
  {
    told: 'names a file with a capital and accents',
    does: renames('axes/reseaux/sobriete.md', 'axes/reseaux/Sobriété.md'),
    at: 'axes/reseaux/Sobriété.md:1:1',
    fr: 'Un nom de fichier n’a que des minuscules sans accent, des chiffres et des traits d’union : renommez-le « sobriete.md ».',
    en: 'A file name has only lower-case letters without accents, digits and hyphens: rename it “sobriete.md”.',
  },
  {
    told: 'ends a file name in .yml',
    does: renames('collectives/exemple-b.yaml', 'collectives/exemple-b.yml'),
    at: 'collectives/exemple-b.yml:1:1',
    fr: 'Ce fichier n’est pas lu à cause de son nom : renommez-le « exemple-b.yaml ».',
    en: 'This file is not read because of its name: rename it “exemple-b.yaml”.',
  },
  {
    told: 'sets a word in bold as on a web page',
    does: writes('Un guichet par', 'Un <b>guichet</b> par'),
    at: `${PROPOSAL}:21:4`,
    fr: 'La balise <b> ne serait pas imprimée : écrivez **texte**.',
    en: 'The tag <b> would not be printed: write **text**.',
  },
  {
    told: 'writes the horizon twice',
    does: writes('scale: national', 'scale: national\nhorizon: moyen'),
    at: `${PROPOSAL}:6:1`,
    fr: '« horizon » est déjà écrit plus haut : gardez une seule des deux lignes.',
    en: '“horizon” is already written above: keep only one of the two lines.',
  },
  {
    told: 'opens a quote and does not close it',
    does: writes('title: Garantir un guichet', 'title: "Garantir un guichet'),
    at: `${PROPOSAL}:2:8`,
    fr: 'Les guillemets droits de « title » ne vont pas : il en manque un, ou la phrase en contient. Écrivez : title: "Garantir un guichet"',
    en: 'The straight quotes of “title” are wrong: one is missing, or the sentence holds some. Write: title: "Garantir un guichet"',
  },
  {
    told: 'lists the impacts with stars',
    does: writes('impacts: [libertes, liens-sociaux]', 'impacts:\n  * libertes\n  * liens-sociaux'),
    at: `${PROPOSAL}:8:3`,
    fr: 'Une liste s’écrit ici avec des tirets : mettez « - » au lieu de « * » devant chaque élément.',
    en: 'A list is written with dashes here: put “-” instead of “*” before each item.',
  },
  {
    told: 'forgets the bracket that closes a list',
    does: writes('impacts: [libertes, liens-sociaux]', 'impacts: [libertes, liens-sociaux'),
    at: `${PROPOSAL}:7:10`,
    fr: 'Il manque « ] » à la fin de cette ligne. Écrivez : impacts: [libertes, liens-sociaux]',
    en: '“]” is missing at the end of this line. Write: impacts: [libertes, liens-sociaux]',
  },
  {
    told: 'pastes a link that runs a program',
    does: writes('(courrier.md)', '(javascript:alert(1))'),
    at: `${PROPOSAL}:17:12`,
    fr: 'Une adresse « javascript: » peut lancer un programme chez qui lit : donnez une adresse qui commence par https://, ou enlevez le lien.',
    en: 'An address “javascript:” can run a program on the reader’s device: give an address that begins with https://, or remove the link.',
  },
  {
    told: 'signs with a collective that does not exist',
    does: writes('[exemple-a]', '[exemple-z]'),
    at: `${PROPOSAL}:11:11`,
    fr: 'Il n’y a pas de collectif « exemple-z » : écrivez le nom d’un fichier du dossier collectives/, sans « .yaml », et jamais celui d’une personne.',
    en: 'There is no collective “exemple-z”: write the name of a file of the folder collectives/, without “.yaml”, and never that of a person.',
  },
  {
    told: 'makes two proposals require each other',
    does: writes('authors:', 'requires: [courrier]\nauthors:'),
    at: 'axes/services/courrier.md:9:12',
    fr: 'Ces propositions se supposent en rond : courrier → guichet → courrier. Enlevez l’une d’elles d’une liste « requires ».',
    en: 'These proposals require one another in a ring: courrier → guichet → courrier. Remove one of them from a list “requires”.',
  },
  {
    told: 'says that a proposal was replaced, on one side only',
    does: (desk) =>
      desk.edit('axes/reseaux/brouillon.md', '---\ntitle', '---\nreplaced-by: sobriete\ntitle'),
    at: 'axes/reseaux/brouillon.md:2:14',
    fr: '« sobriete » remplace celle-ci, mais son fichier ne le dit pas : ajoutez « brouillon » à la liste « merges » de « sobriete ».',
    en: '“sobriete” replaces this one, but its file does not say so: add “brouillon” to the list “merges” of “sobriete”.',
  },
  {
    told: 'asks something of nobody the programme speaks to',
    does: writes('  partis:', '  deputes:'),
    at: `${PROPOSAL}:9:3`,
    fr: '« deputes » n’est pas un destinataire du programme. Prenez dans cette liste : partis, syndicats.',
    en: '“deputes” is not an addressee of the programme. Choose one of: partis, syndicats.',
  },
  {
    told: 'calls a note that was never written',
    does: writes('par semaine.', 'par semaine[^1].'),
    at: `${PROPOSAL}:21:54`,
    fr: 'La note [^1] n’est écrite nulle part : ajoutez à la fin du texte une ligne « [^1]: » suivie de la note.',
    en: 'The note [^1] is not written anywhere: add at the end of the text a line “[^1]:” followed by the note.',
  },
  {
    told: 'pastes a character that nobody sees',
    does: writes('Un guichet par', 'Un gui\u200Bchet par'),
    at: `${PROPOSAL}:21:7`,
    fr: 'Caractère invisible U+200B (espace sans largeur) : enlevez-le.',
    en: 'Invisible character U+200B (zero-width space): remove it.',
  },
  {
    told: 'shows an image that was never added',
    does: writes('par semaine.', 'par semaine.\n\n![Un guichet](../../assets/guichet.png)'),
    at: `${PROPOSAL}:23:15`,
    fr: 'L’image « ../../assets/guichet.png » n’existe pas : mettez-la dans le dossier assets/, ou corrigez l’adresse.',
    en: 'There is no image “../../assets/guichet.png”: put it in the folder assets/, or fix the address.',
  },
]

function renames(from: string, to: string): (desk: Desk) => void {
  return (desk) => {
    desk.write(to, desk.read(from))
    desk.remove(from)
  }
}
