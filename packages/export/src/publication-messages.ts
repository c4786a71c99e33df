import type { Catalogue, Finding, MessageData, Place, Severity } from '@cahier/core'

export type PublicationRule =
  | 'publication/file'
  | 'publication/link'
  | 'publication/image'
  | 'publication/note'
  | 'publication/html'

/** A finding of a publication. `severity` is never `error`: the edition is written anyway. */
export function publicationFinding(
  rule: PublicationRule,
  message: string,
  path: string,
  place: Place,
  data: MessageData = {},
  severity: Severity = 'warning',
): Finding {
  return { rule, severity, message, data, path, place }
}

const imageNotShown = (fr: string, en: string) => ({
  fr: `${fr}. Les mots qui la décrivent sont imprimés à sa place`,
  en: `${en}. The words that describe it are printed in its place`,
})

const linkNotFollowed = (fr: string, en: string) => ({
  fr: `${fr}. Seuls les mots du lien sont imprimés`,
  en: `${en}. Only the words of the link are printed`,
})

export const publicationMessages: Catalogue = {
  'publication/file': {
    link: {
      fr: 'ce fichier est un lien vers un autre, et les liens ne sont pas suivis : mettez ici le fichier lui-même',
      en: 'this file is a link to another, and links are not followed: put the file itself here',
    },
    special: {
      fr: 'ceci n’est pas un fichier ordinaire, et n’est pas lu',
      en: 'this is not an ordinary file, and is not read',
    },
    tooBig: {
      fr: 'ce texte dépasse 10 Mo et n’est pas lu : coupez-le en plusieurs fichiers',
      en: 'this text is larger than 10 MB and is not read: cut it into several files',
    },
    unreadable: {
      fr: 'ce fichier ne peut pas être lu ({code})',
      en: 'this file cannot be read ({code})',
    },
    encoding: {
      fr: 'ce fichier n’est pas enregistré en UTF-8 ; il est lu comme du Windows-1252 (Latin-1) : vérifiez ses accents, ou enregistrez-le en UTF-8',
      en: 'this file is not saved as UTF-8; it is read as Windows-1252 (Latin-1): check its accents, or save it as UTF-8',
    },
    binary: {
      fr: 'ce fichier n’est pas du texte (il contient des octets nuls), et n’est pas dans le livre',
      en: 'this file is not text (it holds NUL bytes), and is not in the book',
    },
    untitled: {
      fr: 'rien ne donne de titre au livre, il prend celui de son premier texte, « {title} » : pour lui en donner un, écrivez-le en tête d’un fichier README.md',
      en: 'nothing gives the book a title, so it takes that of its first text, “{title}”: to give it one, write it at the top of a file README.md',
    },
    language: {
      fr: 'rien ne dit la langue du livre, ses mots font prendre « {language} » : pour en décider, écrivez-la en tête du premier texte, par exemple « lang: fr »',
      en: 'nothing gives the language of the book, and its words make it “{language}”: to decide, write it in the front matter of the first text, for instance “lang: en”',
    },
    empty: {
      fr: 'ce fichier est vide : son chapitre n’a que son titre',
      en: 'this file is empty: its chapter has nothing but its title',
    },
    draft: {
      fr: 'ce texte se dit brouillon, il est imprimé comme les autres : pour qu’il ne le soit pas, ôtez-le du dossier',
      en: 'this text says that it is a draft, and is printed as the others are: to leave it out, take it away from the folder',
    },
    nested: {
      fr: 'à partir d’ici, les signes de mise en forme sont si nombreux ou si emboîtés que le passage est pris comme du texte ordinaire',
      en: 'from here on, marks of formatting are so many or so deeply nested that the passage is taken as plain text',
    },
    unlisted: {
      fr: 'ce fichier n’est pas dans {summary} : il vient après les autres',
      en: 'this file is not in {summary}: it comes after the others',
    },
  },
  'publication/link': {
    empty: linkNotFollowed('l’adresse de ce lien est vide', 'the address of this link is empty'),
    missing: linkNotFollowed(
      'lien mort : le fichier « {url} » n’existe pas',
      'dead link: there is no file “{url}”',
    ),
    missingNear: linkNotFollowed(
      'lien mort : le fichier « {url} » n’existe pas (vouliez-vous écrire « {meant} » ?)',
      'dead link: there is no file “{url}” (did you mean “{meant}”?)',
    ),
    anchor: {
      fr: 'lien mort : aucun titre du fichier {target} ne répond à « #{anchor} »',
      en: 'dead link: no heading of {target} answers to “#{anchor}”',
    },
    anchorNear: {
      fr: 'lien mort : aucun titre du fichier {target} ne répond à « #{anchor} ». Vouliez-vous écrire « #{meant} » ?',
      en: 'dead link: no heading of {target} answers to “#{anchor}”. Did you mean “#{meant}”?',
    },
    case: {
      fr: '« {url} » et « {meant} » ne diffèrent que par les majuscules : le lien est suivi ici, mais pas partout',
      en: '“{url}” and “{meant}” differ by capitals only: the link is followed here, but not everywhere',
    },
    outside: linkNotFollowed(
      '« {url} » est hors du dossier, et n’est pas dans le livre',
      '“{url}” is outside the folder, and not in the book',
    ),
    notInBook: linkNotFollowed(
      'le fichier « {url} » existe, mais n’est pas dans le livre',
      'the file “{url}” exists, but is not in the book',
    ),
    unsafe: linkNotFollowed(
      '« {url} » n’est ni une page du web, ni une adresse électronique, ni un fichier',
      '“{url}” is not a web page, an e-mail address or a file',
    ),
    address: linkNotFollowed(
      '« {url} » n’est pas une adresse du web bien formée',
      '“{url}” is not a well-formed web address',
    ),
  },
  'publication/image': {
    empty: imageNotShown('l’adresse de cette image est vide', 'the address of this image is empty'),
    missing: imageNotShown('l’image « {url} » n’existe pas', 'there is no image “{url}”'),
    remote: imageNotShown(
      'l’image « {url} » est ailleurs, et rien n’est pris ailleurs : enregistrez-la dans le dossier',
      'the image “{url}” is elsewhere, and nothing is fetched: save it in the folder',
    ),
    undescribed: {
      fr: 'aucun mot ne décrit cette image, pour qui ne la voit pas : écrivez-les entre les crochets',
      en: 'no words describe this image, for those who do not see it: write them between the brackets',
    },
    misnamed: {
      fr: 'malgré son nom, cette image est publiée comme .{ending} : renommez-la ainsi',
      en: 'despite its name, this image is published as .{ending}: rename it so',
    },
    unknown: imageNotShown(
      'ce fichier n’est pas une image que tous les lecteurs savent montrer (PNG, JPEG, GIF, WebP, SVG)',
      'this file is not an image that every reader can show (PNG, JPEG, GIF, WebP, SVG)',
    ),
    broken: imageNotShown(
      'cette image est abîmée ou incomplète',
      'this image is damaged or cut short',
    ),
    drawing: imageNotShown(
      'cette image contient « {what} », qui peut exécuter du code, appeler un autre site ou ne mener nulle part',
      'this image holds “{what}”, which may run code, call another site or lead nowhere',
    ),
    drawnOften: imageNotShown(
      'cette image reprend tant de fois les mêmes parties (« use ») que l’afficher bloquerait un appareil',
      'this image draws the same parts so many times over (“use”) that showing it would freeze a device',
    ),
    tooBig: imageNotShown(
      'cette image dépasse 10 Mo : réduisez-la',
      'this image is larger than 10 MB: make it smaller',
    ),
    link: imageNotShown(
      'cette image est un lien vers un autre fichier, et les liens ne sont pas suivis',
      'this image is a link to another file, and links are not followed',
    ),
  },
  'publication/note': {
    undefined: {
      fr: 'la note [^{label}] n’est écrite nulle part : son appel reste tel quel dans le texte',
      en: 'the note [^{label}] is not written anywhere: its call stays in the text as it is',
    },
    uncalled: {
      fr: 'la note [^{label}] n’est appelée nulle part : elle n’est pas imprimée',
      en: 'the note [^{label}] is never called: it is not printed',
    },
    twice: {
      fr: 'la note [^{label}] est déjà écrite plus haut : celle-ci n’est pas imprimée',
      en: 'the note [^{label}] is already written above: this one is not printed',
    },
  },
  'publication/html': {
    unprinted: {
      fr: ({ tag, count }) =>
        `rien de ce que tient une balise <${tag}> n’est imprimé${times(count, 'fois dans ce fichier')}`,
      en: ({ tag, count }) =>
        `nothing that a tag <${tag}> holds is printed${times(count, 'times in this file')}`,
    },
    tag: {
      fr: ({ tag, count }) =>
        `les balises HTML ne sont pas reprises, seuls les mots qu’elles entourent le sont : <${tag}>${times(count, 'fois dans ce fichier')}`,
      en: ({ tag, count }) =>
        `HTML tags are left out, and only the words between them are printed: <${tag}>${times(count, 'times in this file')}`,
    },
  },
}

function times(count: string | undefined, inThisFile: string) {
  return Number(count) > 1 ? `, ${count} ${inThisFile}` : ''
}
