import { readFileSync } from 'node:fs'

/** What `npm test` counted so far. `skippedNames` names the tests that a missing client left out. */
const tally = { passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] }

/** Counts one test whose answer is already known; returns that answer. */
export function count(name, passed) {
  tally[passed ? 'passed' : 'failed'] += 1
  if (!passed) {
    tally.failedNames.push(name)
    console.log(`✗ ${name}`)
  }
  return passed
}

/** Counts a task of turbo as one test. */
export function addTask(name, exitCode) {
  count(name, exitCode === 0)
}

/**
 * Counts each test of a vitest report in JSON; a file that cannot be loaded is one failure.
 * Vitest also fails for what belongs to no test, such as an unhandled rejection: one failure too.
 */
export function addVitest(name, report, exitCode) {
  const failuresBefore = tally.failed
  const files = readReport(report)
  for (const file of files) countFile(file)
  if (files.length === 0 || (exitCode !== 0 && tally.failed === failuresBefore))
    count(`${name}: vitest stopped with status ${exitCode}`, false)
}

/**
 * Prints the names of what was skipped and of what failed, then the last line; returns the exit
 * status.
 */
export function sayTally() {
  if (tally.skippedNames.length > 0)
    console.log(`\nSkipped:\n${tally.skippedNames.map((name) => `  ${name}`).join('\n')}`)
  if (tally.failedNames.length > 0)
    console.log(`\nFailed:\n${tally.failedNames.map((name) => `  ${name}`).join('\n')}`)
  console.log(
    `\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`,
  )
  return tally.failed > 0 ? 1 : 0
}

function countFile({ name: path, status, assertionResults }) {
  for (const { fullName, status: outcome } of assertionResults) {
    if (outcome === 'passed') tally.passed += 1
    else if (outcome === 'failed') {
      tally.failed += 1
      tally.failedNames.push(fullName)
    } else {
      tally.skipped += 1
      tally.skippedNames.push(fullName)
    }
  }
  const brokeOutsideTests =
    status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
  if (brokeOutsideTests) {
    tally.failed += 1
    tally.failedNames.push(path)
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults
  } catch {
    return []
  }
}
