import { expect, it } from 'vitest'
import { mediaTypeOf } from './describe-asset.ts'

it.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  [
    '\uFEFF<?xml version="1.0"?>\n<!-- a -->\n<!-- b - c -->\n<!DOCTYPE svg>\n<svg>',
    'image/svg+xml',
  ],
  ['<!-- <svg> -->\n<html>', 'application/octet-stream'],
  [`${'<!---->\t'.repeat(120)}<sv`, 'application/octet-stream'],
])('knows a drawing by its root element, in linear time: %j', (text, type) => {
  expect(mediaTypeOf(Buffer.from(text))).toBe(type)
})
