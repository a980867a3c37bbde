import { formatDecimal, formatWhole } from '../ui/index.ts'

/** Bytes in words: “48 KB”, “1,3 MB”. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return `${formatWhole(Math.max(1, Math.round(bytes / 1000)))} KB`
  return `${formatDecimal(Math.round(bytes / 100_000) / 10)} MB`
}
