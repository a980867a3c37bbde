import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/contract/bridge.ts'
import { callChannel, eventChannel } from './shell/electron-channel.ts'

const bridge: Bridge = {
  shell: 'electron',
  call: (request) => ipcRenderer.invoke(callChannel, String(request)),
  onEvent: (listener) => {
    const hear = (_event: unknown, text: unknown): void => listener(String(text))
    ipcRenderer.on(eventChannel, hear)
    return () => void ipcRenderer.off(eventChannel, hear)
  },
}

contextBridge.exposeInMainWorld('selaras', bridge)
