export declare const isFresh: (output: string, sources: readonly string[]) => boolean
type Part = { readonly stamp: string; readonly sources: readonly string[] }
export declare const parts: { readonly electron: Part; readonly renderer: Part }
