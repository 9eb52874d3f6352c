/** How often it is asked whether there is any left, in milliseconds. */
const TICK = 100
/** On a busy machine what takes long may only have had to wait: as much longer as it may take without computing. */
const WAITING = 5

/** Milliseconds of work that a file may take until its next page is there, and in all. */
export interface Limits {
  readonly step: number
  readonly whole: number
}

/**
 * Tells when work in another thread takes too long: when it has both lasted longer than the limit and computed for most
 * of it, or lasted many times as long.
 */
export class Patience {
  private readonly start = new Stopwatch()
  private step = new Stopwatch()
  private readonly timer: NodeJS.Timeout

  constructor(limits: Limits, exhausted: () => void) {
    this.timer = setInterval(() => {
      if (this.step.exceeds(limits.step) || this.start.exceeds(limits.whole)) exhausted()
    }, TICK)
  }

  /** A step is done. */
  renew(): void {
    this.step = new Stopwatch()
  }

  end(): void {
    clearInterval(this.timer)
  }
}

class Stopwatch {
  private readonly since = performance.now()
  private readonly cpu = process.cpuUsage()

  exceeds(limit: number): boolean {
    const lasted = performance.now() - this.since
    if (lasted <= limit) return false
    const { user, system } = process.cpuUsage(this.cpu)
    return (user + system) / 1000 > 0.75 * limit || lasted > WAITING * limit
  }
}
