/** Passwords that the command line takes from its environment go to no other process. */
const secrets = ['SELARAS_PASSWORD', 'SELARAS_CERT_PASSWORD']

/** This process's environment for those that it starts. */
export const childEnvironment = (own: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(own).filter(([name]) => !secrets.includes(name)))
