import type { Element } from 'xast'
import { x } from 'xastscript'
import { namespaces } from './namespaces.ts'

/** `settings.xml`: without it LibreOffice sets the page as its versions of 2003 did. */
export function settingsPart(): Element {
  const item = (name: string): Element =>
    x('config:config-item', { 'config:name': name, 'config:type': 'boolean' }, `${!off.has(name)}`)
  return x(
    'office:document-settings',
    { ...namespaces, 'xmlns:ooo': 'http://openoffice.org/2004/office', 'office:version': '1.3' },
    [
      x('office:settings', [
        x(
          'config:config-item-set',
          { 'config:name': 'ooo:configuration-settings' },
          [...on, ...off].map(item),
        ),
      ]),
    ],
  )
}

const on = [
  'AddParaTableSpacing',
  'AddParaTableSpacingAtStart',
  'AddExternalLeading',
  'TabsRelativeToIndent',
  'DoNotJustifyLinesWithManualBreak',
  'FieldAutoUpdate',
  'MathBaselineAlignment',
  'PropLineSpacingShrinksFirstLine',
]

const off = new Set([
  'UseFormerLineSpacing',
  'UseFormerObjectPositioning',
  'UseFormerTextWrapping',
  'UseOldNumbering',
  'IgnoreFirstLineIndentInNumbering',
  'ProtectForm',
  'PrintEmptyPages',
])
