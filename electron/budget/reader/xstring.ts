/** “_x000D_” → CR: how the format keeps what XML cannot hold. Source: ECMA-376, 22.9.2.19 ST_Xstring. */
export const released = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
