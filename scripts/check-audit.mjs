// Ask the registry for known faults of what is installed with qparse. A registry that does not answer skips the check (77).
import { spawnSync } from 'node:child_process'

const SKIPPED = 77
const ARGS = ['audit', '--omit=dev', '--json', '--no-offline', '--fetch-retries=0', '--fetch-timeout=20000']

const { stdout, error } = spawnSync('npm', ARGS, { encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 })
const report = parsed(stdout)

if (report?.auditReportVersion === undefined) {
  const reason = report?.message ?? error?.message ?? 'no answer'
  console.log(`skipped: the registry was not to be asked (${reason})`)
  process.exitCode = SKIPPED
} else {
  const found = Object.values(report.vulnerabilities)
  for (const { name, severity, range } of found) console.log(`${severity}  ${name} ${range}`)
  process.exitCode = found.length > 0 ? 1 : 0
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
