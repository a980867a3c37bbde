/** The one channel of the window to the shell, and the one stream back. */
export const callChannel = 'selaras:call'
export const eventChannel = 'selaras:event'
