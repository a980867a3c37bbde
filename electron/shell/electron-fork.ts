import { utilityProcess } from 'electron'
import { childEnvironment } from './environment.ts'
import { type Fork, heapLimit } from './fork.ts'

/** A Node process of Electron's own, reached through its `parentPort`; works although the fuse RunAsNode is off. */
export const forkUtility: Fork = (module, options) => {
  const child = utilityProcess.fork(module, [], {
    serviceName: options.title,
    env: { ...childEnvironment(), ...options.env },
    execArgv: heapLimit(options.limitMegabytes),
    stdio: 'inherit',
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
