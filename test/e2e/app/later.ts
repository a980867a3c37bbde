/** A chunk of its own: proves that modules which load lazily pass the policy. */
export const describe = (answer: string): string => `Jawaban: ${answer}`
