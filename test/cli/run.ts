import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Result {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Starts the real command in a folder, without colours and in English unless the environment says otherwise. */
export function qparse(
  args: readonly string[],
  cwd: string,
  options: { input?: string; env?: object; timeout?: number } = {},
): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/qparse.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...options.env },
    input: options.input ?? '',
    maxBuffer: 1 << 28,
    timeout: options.timeout,
  })
  return { status: status ?? -1, out: stdout, err: stderr }
}

/** A folder that lives for one test file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'qparse-'))

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content)
    return name
  }

  file(name: string): string {
    return join(this.path, name)
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** A short plan with a heading, a duty, a figure with a date, and who is responsible. */
export const PLAN = [
  '某市养老服务提升行动方案',
  '',
  '各县（区）人民政府：',
  '一、主要任务',
  '（一）完善设施。加快建设社区养老服务站。到2025年，社区养老服务覆盖率达到90%以上。（市民政局牵头，市财政局配合）',
  '（二）加强监管。严禁挪用养老服务资金。鼓励社会力量参与。（责任单位：市民政局、市审计局）',
  '',
].join('\n')
