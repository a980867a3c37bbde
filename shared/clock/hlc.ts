/**
 * Hybrid logical clock in one safe integer: milliseconds since 1970 times 2048 plus a counter (good until the year 2109).
 * Own writes are never refused: a clock that jumps back keeps counting from the last value.
 */
const ticksPerMillisecond = 2048

/** 1 January 2100: a clock beyond it is broken, and its writes count on from the last value instead. */
const latest = 4_102_444_800_000

export const hlcFrom = (milliseconds: number): number =>
  milliseconds > 0 && milliseconds < latest ? Math.floor(milliseconds) * ticksPerMillisecond : 0
export const millisecondsOf = (hlc: number): number => Math.floor(hlc / ticksPerMillisecond)
export const nextHlc = (last: number, nowMilliseconds: number): number =>
  Math.max(hlcFrom(nowMilliseconds), last + 1)

const fiveMinutes = 5 * 60 * 1000
/** The greatest clock of another device that is taken as it comes: one that runs further ahead waits for an officer. */
export const latestForeign = (nowMilliseconds: number): number => hlcFrom(nowMilliseconds + fiveMinutes)
