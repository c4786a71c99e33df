import { expect, it } from 'vitest'
import { contactAddress, webAddress } from './web-address.ts'

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

it.each([
  ['https://exemple.org/?q="guichet"&r=<x>', 'https://exemple.org/?q=%22guichet%22&r=%3Cx%3E'],
  ['//exemple.org/a|b', 'https://exemple.org/a%7Cb'],
  ['https://exem"ple.org/', ''],
  ['https://exemple.org\\@autre.org/', ''],
  // Browsers guess; EPUBCheck and the HTML checker refuse.
  ['https:///exemple.org/a', 'https://exemple.org/a'],
  ['http://exemple..org/', ''],
  ['http://.org/', ''],
  ['https://a@b@exemple.org/', ''],
  ['https://exemple.org/..//@a@b', 'https://exemple.org/..//@a@b'],
  ['java\tscript:alert(1)', ''],
  ['javascript:alert(1)//mailto:a@b.fr', ''],
  ['javascript:alert(1)//https://b.fr', ''],
])('an address %s leads to %s', (url, address) => {
  expect(webAddress(url)).toBe(address)
})
