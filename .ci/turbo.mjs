// turbo with its telemetry and its notices off, whoever runs it and however the machine is set up.
import { spawnSync } from 'node:child_process'
import { quietEnvironment, root } from './install.mjs'

const turbo = `${root}/node_modules/turbo/bin/turbo`
const { status } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...quietEnvironment },
})
process.exit(status ?? 1)
