/// <reference types="vite/client" />
import type { Bridge } from '../../../shared/contract/bridge.ts'
import './page.css'

declare const window: Window & { readonly selaras: Bridge; readonly seen: string[] }

const seen: string[] = []
Object.defineProperty(window, 'seen', { value: seen })
window.selaras.onEvent((event) => seen.push(event))

const style = document.createElement('style')
style.nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
style.textContent = 'h1 { color: rgb(11, 92, 94); }'
document.head.append(style)

const root = document.querySelector('#root')
const { describe } = await import('./later.ts')
const heading = document.createElement('h1')
heading.textContent = 'Uji jendela'
const told = document.createElement('p')
told.textContent = describe(await window.selaras.call('halo'))
const link = document.createElement('a')
link.href = '/unduh/satu'
link.textContent = 'Unduh'
root?.append(heading, told, link)
