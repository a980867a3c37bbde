import { fuses } from './fuses.mjs'

/** electron-builder's hook. Its own `electronFuses` option knows neither the ninth fuse nor the strict mode. */
export default (context) => context.packager.addElectronFuses(context, fuses)
