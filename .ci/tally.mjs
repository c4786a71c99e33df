import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quietEnvironment, root } from './install.mjs'

/** What `npm test` counted so far; `skippedNames` says which tests a missing client left out. */
export const tally = { passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] }

/** Runs one command with its output shown and counts it as one test; returns whether it passed. */
export function check(name, command, commandArguments) {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, commandArguments, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quietEnvironment },
  })
  return count(name, status === 0)
}

/** Counts one test whose answer is already known. */
export function count(name, passed) {
  tally[passed ? 'passed' : 'failed'] += 1
  if (!passed) {
    tally.failedNames.push(name)
    console.log(`✗ ${name}`)
  }
  return passed
}

/**
 * Runs some vitest projects with their output shown, and adds up their tests; a file that cannot be
 * loaded is one failure.
 */
export function runVitest(name, projects) {
  console.log(`\n── ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'cahier-vitest-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = projects.flatMap((project) => ['--project', project])
  const { status } = spawnSync(
    process.execPath,
    [`${root}/node_modules/vitest/vitest.mjs`, 'run', ...chosen, ...reporters],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...quietEnvironment },
    },
  )
  const failuresBefore = tally.failed
  for (const file of readReport(report)) countFile(file)
  rmSync(folder, { recursive: true, force: true })
  // Vitest also fails for what belongs to no test, such as an unhandled rejection: that must not
  // pass unseen.
  if (status !== 0 && tally.failed === failuresBefore)
    count(`${name}: vitest stopped with status ${status}`, false)
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
