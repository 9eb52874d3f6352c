/** Frequent in policy texts: worse than any other to tell by whether a pattern can match. */
const FREQUENT =
  ',。、:;的和业发工理作管行务政实市部生人有建展产强市设全关制加合单进安服责对推度项国地生重中化机要企位监不法动方民大规农城保会公区年为'

/** Parts of a pattern by what they are followed by. */
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y

/**
 * Characters without one of which a pattern matches no text, the rarest there are; null where it can match without any
 * that is known. `/达到|稳定在/` needs 达 or 稳, `/以.{1,8}为/` 以 or 为.
 *
 * Reads the patterns of this project: literals, classes, groups, look-around and quantifiers, without flags.
 */
export function requiredSigns({ source }: RegExp): ReadonlySet<string> | null {
  return new Reader(source.replace(ESCAPED, unescape)).alternatives()
}

/** 达, as a bundle in ASCII writes it. */
const ESCAPED = /\\u([\dA-F]{4})/gi
const unescape = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))

type Signs = ReadonlySet<string> | null

class Reader {
  private at = 0

  constructor(private readonly source: string) {}

  /** a|b|c: one of each. */
  alternatives(): Signs {
    let all: Signs = this.sequence()
    while (this.source[this.at] === '|') {
      this.at++
      const next = this.sequence()
      all = all && next && new Set([...all, ...next])
    }
    return all
  }

  /** abc: the rarest of the parts that must be there. */
  private sequence(): Signs {
    let best: Signs = null
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const part = this.part()
      if (part && !this.optional() && (best === null || cost(part) < cost(best))) best = part
      else if (!part) this.optional()
    }
    return best
  }

  /** Whether the part just read may be missing. */
  private optional(): boolean {
    QUANTIFIER.lastIndex = this.at
    const found = QUANTIFIER.exec(this.source)
    if (!found) return false
    this.at += found[0].length
    return /^[*?]/.test(found[0]) || found[1] === '0'
  }

  private part(): Signs {
    const sign = this.source.charAt(this.at++)
    if (sign === '(') return this.group()
    if (sign === '[') return this.charClass()
    if (sign === '\\') return this.escaped()
    return '.^$'.includes(sign) ? null : new Set(sign)
  }

  private group(): Signs {
    const look = /\?(?:<?[=!])/y
    look.lastIndex = this.at
    const around = look.test(this.source)
    this.at += /^\?(?:<?[=!]|:)/.exec(this.source.slice(this.at))?.[0].length ?? 0
    const inside = this.alternatives()
    this.at++
    return around ? null : inside
  }

  /** A negation is too much to name. */
  private charClass(): Signs {
    const end = /(?<!\\)\]/g
    end.lastIndex = this.at
    end.test(this.source)
    const inside = this.source.slice(this.at, end.lastIndex - 1)
    this.at = end.lastIndex
    if (inside.startsWith('^') || /\\[^d\-\]\\]/.test(inside)) return null
    const named = inside
      .replaceAll('\\d', '0-9')
      .replace(/(?<!\\)(.)-(.)/g, (_all, from: string, to: string) => range(from, to))
    return new Set(named)
  }

  /** \( is a bracket, \d and its kin are not named. */
  private escaped(): Signs {
    const sign = this.source.charAt(this.at++)
    if (sign === 'd') return new Set('0123456789')
    if (sign === 'u') this.at += 4
    return /[a-zA-Z\d]/.test(sign) ? null : new Set(sign)
  }
}

const range = (from: string, to: string): string => {
  const first = from.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, i) => first + i))
}

/** How much of a text holds one of them, roughly. */
const cost = (signs: ReadonlySet<string>): number =>
  [...signs].reduce((sum, sign) => sum + (FREQUENT.includes(sign) ? 20 : 1), 0)
