// turbo with its telemetry and its notices off, whoever runs it and however the machine is set up,
// and with the day, which is in the key of what it remembers.
import { spawnSync } from 'node:child_process'
import { quietEnvironment, root } from './install.mjs'
import { today } from './today.mjs'

const turbo = `${root}/node_modules/turbo/bin/turbo`
const { status } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...quietEnvironment, CAHIER_DATE: today() },
})
process.exit(status ?? 1)
