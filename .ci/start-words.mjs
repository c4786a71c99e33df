/**
 * Everything `npm start` says of its own, in the two languages; the rest comes from the program
 * itself.
 */
export const startWords = {
  fr: {
    installing: 'Installation des outils (une seule fois)…',
    building: 'Construction de l’outil…',
    checking: 'Relecture du programme…',
    publishing: 'Fabrication du site, du livre numérique et du document à remettre…',
    check: 'Relecture du programme',
    status: 'Où en est le consensus',
    publish: 'Publication',
    bundle: 'Ce qui est prêt à être remis',
    folder: 'Le dossier :',
    open: 'À ouvrir en premier :',
    also: 'Et aussi :',
    done: 'Tout est à jour : programme relu, consensus compté, publication prête.',
    failed: {
      install:
        'Les outils n’ont pas pu être installés : le journal de npm est ci-dessus. La connexion est-elle ouverte ?',
      build:
        'L’outil n’a pas pu être construit : l’erreur est ci-dessus. C’est un défaut du code, pas du programme.',
      check:
        'La relecture a trouvé des erreurs : corrigez les lignes indiquées ci-dessus, puis relancez npm start.',
      status: 'Le consensus n’a pas pu être compté : la raison est ci-dessus.',
      publish: 'La publication n’a pas pu être fabriquée : la raison est ci-dessus.',
    },
  },
  en: {
    installing: 'Installing the tools (once only)…',
    building: 'Building the tool…',
    checking: 'Checking the programme…',
    publishing: 'Making the site, the e-book and the document to hand over…',
    check: 'Checking the programme',
    status: 'Where consensus stands',
    publish: 'Publication',
    bundle: 'Ready to be handed over',
    folder: 'The folder:',
    open: 'Open this first:',
    also: 'And also:',
    done: 'All up to date: programme checked, consensus counted, publication ready.',
    failed: {
      install: 'The tools could not be installed: npm’s log is above. Is the connection open?',
      build:
        'The tool could not be built: the error is above. The code is at fault, not the programme.',
      check: 'The check found errors: fix the lines shown above, then run npm start again.',
      status: 'Consensus could not be counted: the reason is above.',
      publish: 'The publication could not be made: the reason is above.',
    },
  },
}
