import { DRAWN_TOO_OFTEN, FILE_START } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

/** Reports SVG images in `assets/` that run code, load files, link elsewhere or draw too much. */
export const drawing: Rule = {
  id: 'safety/drawing',
  severity: 'error',
  alwaysOn: true,
  messages: {
    active: {
      fr: 'ce dessin contient « {what} », qui peut lancer un programme ou appeler un autre site chez qui lit : réenregistrez-le comme « SVG simple », ou en PNG',
      en: 'this drawing holds “{what}”, which can run a program on the reader’s device or call another site: save it again as “plain SVG”, or as PNG',
    },
    often: {
      fr: 'ce dessin reprend tant de fois les mêmes parties (« use ») que l’afficher bloquerait l’appareil de qui lit : réenregistrez-le comme « SVG simple », ses copies déliées, ou en PNG',
      en: 'this drawing draws the same parts so many times over (“use”) that showing it would freeze the reader’s device: save it again as “plain SVG”, its copies unlinked, or as PNG',
    },
  },
  asset({ active }, { report }) {
    if (active === DRAWN_TOO_OFTEN) report('often', FILE_START)
    else if (active !== undefined) report('active', FILE_START, { what: active.slice(0, 80) })
  },
}
