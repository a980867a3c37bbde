import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { callChannel, eventChannel } from './electron-channel.ts'
import { isOwnAddress } from './electron-origin.ts'

/** Only the top frame of our own window, alive and on our own origin, may speak. */
export const isTrusted = (event: IpcMainInvokeEvent, window: BrowserWindow): boolean => {
  const frame = event.senderFrame
  if (frame === null || window.isDestroyed() || event.sender !== window.webContents) return false
  if (event.sender.isDestroyed() || frame.isDestroyed() || frame.detached) return false
  return frame.parent === null && isOwnAddress(frame.url)
}

/** The one file that touches ipcMain. Calls from elsewhere are refused before anything reads them. */
export const answerCalls = (window: BrowserWindow, call: (text: string) => Promise<string>): void => {
  ipcMain.handle(callChannel, (event, text: unknown) => {
    if (!isTrusted(event, window)) throw new Error('sender refused')
    if (typeof text !== 'string') throw new TypeError('a call is one text')
    return call(text)
  })
}

export const sendEvent = (window: BrowserWindow, text: string): void => {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, text)
}
