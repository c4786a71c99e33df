import type {
  Finding,
  Message,
  MessageData,
  RuleMessages,
  Severity,
  Values,
} from '../model/finding.ts'
import { FILE_START } from '../model/place.ts'
import { wording } from '../model/wording.ts'

export const FOLDER_RULE = 'structure/folder'

/** A finding on a file as a whole. */
export function folderFinding(
  message: string,
  path: string,
  data: MessageData = {},
  severity: Severity = 'error',
): Finding {
  return { rule: FOLDER_RULE, severity, message, data, path, place: FILE_START }
}

const FILE_NAME = {
  fr: 'un nom de fichier n’a que des minuscules sans accent, des chiffres et des traits d’union',
  en: 'a file name has only lower-case letters without accents, digits and hyphens',
}
const FOLDER_NAME = {
  fr: 'un nom de dossier n’a que des minuscules sans accent, des chiffres et des traits d’union',
  en: 'the name of a folder has only lower-case letters without accents, digits and hyphens',
}

export const folderMessages: RuleMessages = {
  unknown: wording(
    'ce fichier n’est pas lu, car il n’a pas sa place dans ce dossier : déplacez-le, ou enlevez-le',
    'this file is not read, because it has no place in this folder: move it, or remove it',
  ),
  wordProcessor: wording(
    'un document de traitement de texte n’est pas lu : lancez « cahier new », copiez son texte dans le fichier créé, et rangez le document ailleurs',
    'a document of a word processor is not read: run “cahier new”, copy its words into the new file, and keep the document elsewhere',
  ),
  misplacedProposal: wording(
    'ce texte n’est pas lu : une proposition se range dans le dossier de son axe, axes/{axis}/',
    'this text is not read: a proposal belongs in the folder of its axis, axes/{axis}/',
  ),
  misplacedAmendment: wording(
    'ce texte n’est pas lu : un amendement se range dans le dossier de sa proposition, amendments/PROPOSITION/',
    'this text is not read: an amendment belongs in the folder of its proposal, amendments/PROPOSAL/',
  ),
  misplacedImage: wording(
    'cette image n’est pas lue ici : mettez-la dans le dossier assets/, à côté de programme.yaml',
    'this image is not read here: move it to the folder assets/, beside programme.yaml',
  ),
  proposalAtTop: wording(
    'ce texte a le titre et le résumé d’une proposition, et n’est lu que comme une page : mettez-le dans le dossier de son axe, axes/AXE/, ou ôtez-lui son en-tête',
    'this text has the title and the summary of a proposal, and is read only as a page: move it into the folder of its axis, axes/AXIS/, or remove its head',
  ),
  extension: wording(
    'ce fichier n’est pas lu à cause de son nom : renommez-le « {meant} »',
    'this file is not read because of its name: rename it “{meant}”',
  ),
  extensionTaken: wording(
    'ce fichier n’est pas lu à cause de son nom, et « {meant} » est déjà là : mettez-y ce que celui-ci contient, puis enlevez celui-ci',
    'this file is not read because of its name, and “{meant}” is there already: put there what this one holds, then remove this one',
  ),
  copy: wording(
    'ce fichier n’est pas lu : c’est, d’après son nom, une copie de « {original} », comme en laisse un dossier partagé où deux personnes ont écrit en même temps. Reportez-y ce que celui-ci dit de plus (cahier diff le montre), puis enlevez-le ; si c’est un autre texte, donnez-lui un autre nom',
    'this file is not read: judging by its name, it is a copy of “{original}”, such as a shared folder leaves when two people write at once. Carry over what this one adds (cahier diff shows it), then remove it; if it is another text, give it another name',
  ),
  folderCopy: wording(
    'le dossier « {copy} » n’est pas lu : c’est, d’après son nom, une copie de « {original} ». Reportez dans celui-ci ce que la copie dit de plus, puis enlevez-la ; si c’est autre chose, donnez-lui un autre nom',
    'the folder “{copy}” is not read: judging by its name, it is a copy of “{original}”. Carry over there what the copy adds, then remove it; if it is something else, give it another name',
  ),
  name: lookalike(
    `${FILE_NAME.fr} : renommez-le « {meant} »`,
    `${FILE_NAME.en}: rename it “{meant}”`,
  ),
  nameTaken: lookalike(
    `${FILE_NAME.fr}, et « {meant} » est déjà là : donnez-lui un autre nom, ou enlevez-le s’il dit la même chose`,
    `${FILE_NAME.en}, and “{meant}” is there already: give it another name, or remove it if it says the same`,
  ),
  folderName: lookalike(
    `${FOLDER_NAME.fr} : renommez le dossier « {folder} » en « {meant} »`,
    `${FOLDER_NAME.en}: rename the folder “{folder}” to “{meant}”`,
  ),
  nameless: wording(
    `${FILE_NAME.fr}, et celui-ci n’en a aucun : renommez ce fichier`,
    `${FILE_NAME.en}, and this one has none of them: rename this file`,
  ),
  namelessFolder: wording(
    `${FOLDER_NAME.fr}, et « {folder} » n’en a aucun : renommez ce dossier`,
    `${FOLDER_NAME.en}, and “{folder}” has none of them: rename this folder`,
  ),
  misnamedFolder: wording(
    'ce fichier n’est pas lu, ni ceux qui sont avec lui, à cause du nom de leur dossier : mettez-les dans « {meant} » au lieu de « {name} »',
    'neither this file nor those beside it are read, because of the name of their folder: put them into “{meant}”, not “{name}”',
  ),
  link: wording(
    'ce fichier est un lien vers un autre, et les liens ne sont pas suivis : mettez ici le fichier lui-même',
    'this file is a link to another, and links are not followed: put the file itself here',
  ),
  special: wording(
    'ceci n’est pas un fichier ordinaire, et n’est pas lu : enlevez-le',
    'this is not an ordinary file, and is not read: remove it',
  ),
  encoding: wording(
    'ce fichier n’est pas enregistré en UTF-8 : dans votre éditeur, choisissez « enregistrer avec le codage UTF-8 »',
    'this file is not saved as UTF-8: in your editor, choose “save with encoding UTF-8”',
  ),
  nul: wording(
    'ce fichier n’est pas du texte (il contient des octets nuls) : enregistrez-le de nouveau comme texte brut, avec le codage UTF-8',
    'this file is not text (it holds NUL bytes): save it again as plain text, with encoding UTF-8',
  ),
  pointer: wording(
    'ceci n’est que l’adresse d’une image que Git LFS garde ailleurs : lancez « git lfs pull », ou mettez l’image elle-même dans le dépôt',
    'this is but the address of a picture that Git LFS keeps elsewhere: run “git lfs pull”, or put the picture itself in the repository',
  ),
  onlyHtml: wording(
    'cette page est toute en HTML, où rien n’est relu : pour relire son texte, écrivez-le en Markdown',
    'this page is all HTML, where nothing is checked: to have its text checked, write it in Markdown',
  ),
  tooBig: wording(
    'ce fichier dépasse 10 Mo et n’est pas lu : réduisez-le',
    'this file is larger than 10 MB and is not read: make it smaller',
  ),
  caseClash: wording(
    'ce fichier et « {other} » ne diffèrent que par les majuscules, et certains ordinateurs les confondent : renommez-en un',
    'this file and “{other}” differ by capitals only, and some computers mix them up: rename one of them',
  ),
  windowsName: wording(
    'Windows ne peut pas avoir de fichier ou de dossier de ce nom, et personne n’y ouvrirait le programme : renommez-le',
    'Windows can have no file or folder of this name, and nobody could open the programme there: rename it',
  ),
  nameEncoding: wording(
    'le nom de ce fichier n’est pas écrit en UTF-8, et le fichier n’est pas lu : renommez-le',
    'the name of this file is not written in UTF-8, and the file is not read: rename it',
  ),
  nameControl: wording(
    'le nom de ce fichier, ou d’un dossier où il est, a une fin de ligne ou un signe sans image ; il n’est pas lu : renommez-le',
    'the name of this file, or of a folder it is in, has a line end or a sign without a shape; it is not read: rename it',
  ),
  unreadable: wording(
    'ce fichier ne peut pas être lu ({code})',
    'this file cannot be read ({code})',
  ),
  lock: wording(
    'tant que ce fichier est là, aucune commande ne peut écrire dans ce dossier : si aucune n’écrit en ce moment, effacez-le, et de git aussi s’il y est',
    'while this file is there, no command can write in this folder: if none is writing at this moment, remove it, and from git too if it is there',
  ),
  manifest: wording(
    'il manque le fichier « programme.yaml », qui décrit le programme : remettez-le, ou lancez « cahier init » dans un dossier neuf',
    'the file “programme.yaml”, which describes the programme, is missing: put it back, or run “cahier init” in a new folder',
  ),
}

// A message that first names the lookalike letter `letter` of another alphabet, if there is one.
function lookalike(fr: string, en: string): Message {
  const plain = wording(fr, en)
  const strange = wording(
    `la lettre « {letter} » est d’un autre alphabet, et ressemble à l’une des nôtres ; ${fr}`,
    `the letter “{letter}” is of another alphabet, and looks like one of ours; ${en}`,
  )
  const of = ({ letter }: Values) => (letter === undefined ? plain : strange)
  return { fr: (values) => of(values).fr(values), en: (values) => of(values).en(values) }
}
