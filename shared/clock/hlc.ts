/**
 * Hybrid logical clock in one safe integer: milliseconds since 1970 times 2048 plus a counter (good until the year 2109).
 * Own writes are never refused: a clock that jumps back keeps counting from the last value.
 */
const ticksPerMillisecond = 2048

export const hlcFrom = (milliseconds: number): number => Math.max(0, Math.floor(milliseconds)) * ticksPerMillisecond
export const millisecondsOf = (hlc: number): number => Math.floor(hlc / ticksPerMillisecond)
export const nextHlc = (last: number, nowMilliseconds: number): number => Math.max(hlcFrom(nowMilliseconds), last + 1)
