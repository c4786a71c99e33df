// How long a program runs and how much memory it and its children hold at most.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Seconds and mebibytes of one run; what it prints goes nowhere. */
export function measureOnce(command, args, { cwd, env = {} }) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, NO_COLOR: '1', ...env },
    })
    let memory = 0
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid))
    }, 25)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      resolve({
        seconds: Number(process.hrtime.bigint() - start) / 1e9,
        memory: memory / 1024,
        code,
      })
    })
  })
}

/** The median time of some runs, and the most memory. */
export async function measure(runs, command, args, options) {
  const results = []
  for (let run = 0; run < runs; run++) results.push(await measureOnce(command, args, options))
  const times = results.map(({ seconds }) => seconds).sort((a, b) => a - b)
  return {
    seconds: times[times.length >> 1],
    memory: Math.max(...results.map(({ memory }) => memory)),
    code: results[0].code,
  }
}

// In kibibytes, where the system tells (Linux); 0 elsewhere.
function peakOf(pid) {
  try {
    const own = Number(
      /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
    )
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return Math.max(own, ...children.map(peakOf))
  } catch {
    return 0
  }
}
