import type { Option } from '../command.ts'

/** Whose account on the forge is whose. */
export const ownerOption: Option = {
  type: 'string',
  multiple: true,
  value: { fr: 'ID=@COMPTE', en: 'ID=@ACCOUNT' },
  help: {
    fr: 'owners : le compte d’un collectif ou de l’animation sur la forge (sinon @ID) ; autant de fois qu’il faut',
    en: 'owners: the account of a collective or of a facilitator on the forge (default: @ID); as many times as needed',
  },
}
