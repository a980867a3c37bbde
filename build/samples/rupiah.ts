/** The ways in which OPDs print rupiah. */
const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
const short = (amount: number, unit: number): string => String(amount / unit).replace('.', ',')

/** 10000000 → "Rp 10.000.000,-" */
export const dashed = (amount: number): string => `Rp ${grouped(amount)},-`
/** 10000000 → "Rp10.000.000,00" */
export const full = (amount: number): string => `Rp${grouped(amount)},00`
/** 10000000 → "10.000.000" */
export const dotted = (amount: number): string => grouped(amount)
/** 7500000 → "7,5 Juta" */
export const juta = (amount: number): string => `${short(amount, 1e6)} Juta`
/** 7500000 → "7,5 jt" */
export const jt = (amount: number): string => `${short(amount, 1e6)} jt`
/** 1500000000 → "1,5 Miliar" */
export const miliar = (amount: number): string => `${short(amount, 1e9)} Miliar`
/** 2500000 → "2.500 ribu" */
export const ribu = (amount: number): string => `${grouped(amount / 1e3)} ribu`
