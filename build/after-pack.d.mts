type Context = {
  readonly packager: { readonly addElectronFuses: (context: Context, fuses: unknown) => Promise<number> }
}
declare const afterPack: (context: Context) => Promise<number>
export default afterPack
