import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Registry } from '../../src/index.js'
import { Folder, PLAN, qparse } from '../cli/run.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
folder.write('long.txt', PLAN.repeat(400))
afterAll(() => folder.remove())

const FULL = '/dev/full'

describe('a disk that is full', () => {
  it.skipIf(!existsSync(FULL))('standard output: a sentence, and status 2', () => {
    const command = `"${process.execPath}" "${resolve('bin/qparse.js')}" plan.txt -q > ${FULL}`
    const { status, stderr } = spawnSync('sh', ['-c', command], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
    })
    expect([status, stderr]).toEqual([2, 'The output “-” cannot be written (ENOSPC).\n'])
  })

  it.skipIf(!existsSync(FULL))('a device: the same', () => {
    for (const command of [
      ['plan.txt'],
      ['lint', 'plan.txt', '-f', 'json'],
      ['diff', 'plan.txt', 'long.txt'],
    ]) {
      const { status, err } = qparse([...command, '-q', '-o', FULL], folder.path)
      expect([status, err]).toEqual([2, `The output “${FULL}” cannot be written (ENOSPC).\n`])
    }
  })

  it('a small disk: the earlier file stands, and nothing half written beside it', ({ skip }) => {
    const disk = folder.file('disk')
    mkdirSync(disk)
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
    if (status !== 0) skip('no small disk can be mounted here')
    try {
      expect(qparse(['plan.txt', '-o', 'disk/r.json', '-q'], folder.path).status).toBe(0)
      const kept = readFileSync(folder.file('disk/r.json'), 'utf8')
      for (const jobs of ['1', '2']) {
        const run = qparse(['long.txt', 'plan.txt', '-o', 'disk/r.json', '-q', '-j', jobs], folder.path)
        expect([run.status, run.err]).toEqual([2, 'The output “disk/r.json” cannot be written (ENOSPC).\n'])
        expect(readFileSync(folder.file('disk/r.json'), 'utf8')).toBe(kept)
        expect(readdirSync(disk)).toEqual(['r.json'])
      }
      const cached = qparse(['long.txt', '-f', 'ndjson', '-q', '--cache', 'disk/cache'], folder.path)
      expect([cached.status, cached.err]).toEqual([
        0,
        'The cache “disk/cache” cannot be written (ENOSPC); nothing else is lost.\n',
      ])
    } finally {
      spawnSync('umount', [disk])
    }
  })
})

describe('a folder that only may be read', () => {
  it('a sentence, and nothing is lost', ({ skip }) => {
    const place = folder.file('closed')
    mkdirSync(place)
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', place])
    if (status !== 0) skip('no read-only folder can be mounted here')
    try {
      for (const output of ['closed/r.json', 'closed/new/']) {
        const run = qparse(['plan.txt', '-o', output, '-q'], folder.path)
        expect([run.status, run.err]).toEqual([2, `The output “${output}” cannot be written (EROFS).\n`])
      }
      const texts = qparse(['plan.txt', '--emit-text', 'closed', '-o', 'r.json', '-q'], folder.path)
      expect([texts.status, texts.err]).toEqual([2, 'The output “closed” cannot be written (EROFS).\n'])
      expect(existsSync(folder.file('r.json'))).toBe(false)
    } finally {
      spawnSync('umount', [place])
    }
  })
})

describe('a file that changes while it is read', () => {
  it('is read as it stood at one moment, or not at all', async () => {
    const line = '（一）市教育局要建设学校。\n'
    const path = folder.write('growing.txt', line.repeat(1000))
    const writer = spawn('sh', ['-c', `while :; do printf '${line.replace('\n', '\\n')}' >> ${path}; done`], {
      cwd: folder.path,
    })
    try {
      for (let i = 0; i < 4; i++) {
        const { out, status } = qparse([path, 'plan.txt', '-f', 'json', '-q'], folder.path)
        const [growing, plan] = (JSON.parse(out) as Registry).documents
        expect(plan?.obligations.length).toBeGreaterThan(3)
        const codes = growing?.diagnostics.map(({ code }) => code)
        if (status === 1) expect(codes).toEqual(['file-changing'])
        else expect((growing?.source.length ?? 0) % line.length).toBe(0)
      }
    } finally {
      writer.kill()
    }
  })
})
