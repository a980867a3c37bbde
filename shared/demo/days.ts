import { shifted } from '../compliance/facts.ts'

export const ahead = (day: string, days: number): string => shifted(day, { amount: days, unit: 'hari' }, 1)
export const ago = (day: string, days: number): string => shifted(day, { amount: days, unit: 'hari' }, -1)
export const yearOf = (day: string): number => Number(day.slice(0, 4))
