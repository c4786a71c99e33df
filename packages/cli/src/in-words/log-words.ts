/** The words in which the story of a proposal is told. */
export const LOG_WORDS = {
  fr: {
    nothing: 'Rien ne s’est encore passé : aucun tour, aucun amendement, aucune position.',
    noGit: 'Sans git, les textes d’avant ne sont pas connus : ceci vient du dossier seul.',
    refused:
      'Git refuse de lire ce dépôt, qui est à quelqu’un d’autre (« git status » dit comment le lui permettre) : ceci vient du dossier seul.',
    uncommitted:
      'Git ne connaît encore aucun texte de ce fichier, du moins sous ce nom : ceci vient du dossier seul.',
    shallow:
      'Cette copie n’a qu’une partie de l’histoire : « git fetch --unshallow » donne le reste.',
    merged: (by: string) =>
      `Réunie à d’autres dans « ${by} » : la suite est là (cahier log ${by}).`,
    merges: (ids: readonly string[]) =>
      `Elle réunit ${ids.map((id) => `« ${id} »`).join(', ')} : le début de l’histoire est là (cahier log ${ids[0]}).`,
    again: (members: string) =>
      `Avaient parlé de ce qu’elle réunit, et sont à consulter de nouveau : ${members}.`,
    colon: ' : ',
    quote: (text: string) => ` — « ${text} »`,
    written: 'Première version du texte que git connaît',
    text: (parts: string) => `Le texte change (${parts})`,
    renamed: (from: string, to: string) =>
      `S’appelait « ${from} », et s’appelle désormais « ${to} »`,
    reasons: 'Le texte ne change pas, le reste est repris',
    unkept: ', dans le dossier, pas encore dans git',
    amendment: (id: string, by: string) => `Amendement « ${id} » proposé par ${by}`,
    amended: (id: string, by: string, modified: boolean) =>
      `Amendement « ${id} » adopté${modified ? ' en partie' : ''} (${by})`,
    opened: (closes: string) => `Tour ouvert, jusqu’au soir du ${closes}`,
    takenBack: (stance: string) => `position retirée (${stance})`,
    finalPeriod: 'La période finale commence',
    rulings: {
      inadmissible: 'Objection jugée irrecevable',
      overruled: 'Objection écartée',
      recused: 'Membre mis en retrait du tour',
    },
    closed: 'Tour clos',
    edition: (edition: string) => `Imprimée dans l’édition ${edition}`,
    handed: (to: string, edition: string) => `Remise à ${to} (édition ${edition})`,
    answers: {
      'taken-up': (by: string) => `Reprise par ${by}`,
      partly: (by: string) => `Reprise en partie par ${by}`,
      refused: (by: string) => `Refusée par ${by}`,
    },
    withdrawn: 'Retirée',
  },
  en: {
    nothing: 'Nothing has happened yet: no round, no amendment, no stance.',
    noGit: 'Without git, earlier texts are not known: this comes from the folder alone.',
    refused:
      'Git refuses to read this repository, which is somebody else’s (“git status” says how to allow it): this comes from the folder alone.',
    uncommitted:
      'Git knows no text of this file yet, at least under this name: this comes from the folder alone.',
    shallow: 'This copy has only part of the history: “git fetch --unshallow” gives the rest.',
    merged: (by: string) =>
      `Merged with others into “${by}”: the rest is there (cahier log ${by}).`,
    merges: (ids: readonly string[]) =>
      `It merges ${ids.map((id) => `“${id}”`).join(', ')}: the beginning of the story is there (cahier log ${ids[0]}).`,
    again: (members: string) =>
      `Had spoken of what it merges, and are to be asked again: ${members}.`,
    colon: ': ',
    quote: (text: string) => ` — “${text}”`,
    written: 'First version of the text that git knows',
    text: (parts: string) => `The text changes (${parts})`,
    renamed: (from: string, to: string) =>
      `Was called “${from}”, and is called “${to}” from now on`,
    reasons: 'The text does not change, the rest is mended',
    unkept: ', in the folder, not yet in git',
    amendment: (id: string, by: string) => `Amendment “${id}” proposed by ${by}`,
    amended: (id: string, by: string, modified: boolean) =>
      `Amendment “${id}” adopted${modified ? ' in part' : ''} (${by})`,
    opened: (closes: string) => `Round opened, until the evening of ${closes}`,
    takenBack: (stance: string) => `stance withdrawn (${stance})`,
    finalPeriod: 'The final period begins',
    rulings: {
      inadmissible: 'Objection ruled inadmissible',
      overruled: 'Objection overruled',
      recused: 'Member recused from the round',
    },
    closed: 'Round closed',
    edition: (edition: string) => `Printed in edition ${edition}`,
    handed: (to: string, edition: string) => `Handed to ${to} (edition ${edition})`,
    answers: {
      'taken-up': (by: string) => `Taken up by ${by}`,
      partly: (by: string) => `Taken up in part by ${by}`,
      refused: (by: string) => `Refused by ${by}`,
    },
    withdrawn: 'Withdrawn',
  },
} as const
