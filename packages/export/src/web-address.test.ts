import { expect, it } from 'vitest'
import { contactAddress } from './web-address.ts'

it.each([
  ['bureau@exemple.org', 'mailto:bureau@exemple.org'],
  ['mailto:bureau@exemple.org?subject=a|b', 'mailto:bureau@exemple.org?subject=a%7Cb'],
  ['https://exemple.org/nous écrire', ''],
  ['https://exemple.org/@bureau', 'https://exemple.org/@bureau'],
  ['mailto:a@b.fr?x=<y>', ''],
  ['javascript:alert(1)@x', ''],
  ['12 rue des Lilas, Dole', ''],
])('a contact %s leads to %s', (contact, address) => {
  expect(contactAddress(contact)).toBe(address)
})
