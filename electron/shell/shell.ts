/** Where the window stood, in screen pixels. */
export type WindowPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** Of this machine and this account; holds no secret and nothing of the city's data. */
export type MachineSettings = {
  readonly window: WindowPlace | null
  readonly theme: Theme
  readonly lastWorkspace: string | null
}

export type SettingsStore = {
  readonly folder: string
  readonly read: () => MachineSettings
  readonly write: (change: Partial<MachineSettings>) => Promise<void>
}

export type ShellOptions = {
  /** Folder of the application: no code is run from outside of it. */
  readonly root: string
  readonly coreModule: string
  readonly rendererFolder: string
  /** Undefined: the last one, else the platform's usual folder, which the core knows. */
  readonly workspace: string | undefined
  /** Open this workspace also next time, when none is named. */
  readonly remember: boolean
}

/** What both shells are: a window on the application's own origin, beside one core process. */
export type Shell = {
  readonly name: 'electron' | 'chromium'
  readonly settings: SettingsStore
  /** Resolves when the window is closed, the core has ended and nothing is left behind. */
  readonly closed: Promise<void>
  readonly focus: () => Promise<void>
  readonly close: () => Promise<void>
}
