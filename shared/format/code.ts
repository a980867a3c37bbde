/** "2.16.01" → ["2.", "16.", "01"]: a long code may go on in the next line after a dot, never inside of a group. */
export const codeGroups = (code: string): string[] => code.split(/(?<=\.)(?=.)/u)
