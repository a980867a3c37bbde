import type { DownloadFile } from './protocol.ts'

export type Headers = Readonly<Record<string, string>>

/** What a page of ours may do; everything that is not named here is denied (`default-src 'none'`). */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const deniedFeatures = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'midi',
  'payment',
]

/** On every answer of the application's own origin. */
export const securityHeaders = (nonce: string): Headers => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cache-Control': 'no-store',
})

const plainName = (name: string): string => name.replace(/[^\w.() -]/g, '_')

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
export const attachment = (name: string): string =>
  `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

const safeType = (type: string): string =>
  /^[\w.+-]+\/[\w.+-]+(;\s*charset=[\w-]+)?$/.test(type) ? type : 'application/octet-stream'

export const downloadHeaders = (file: DownloadFile): Headers => ({
  'Content-Type': safeType(file.type),
  'Content-Disposition': attachment(file.name),
  'Content-Length': String(file.bytes.byteLength),
})
