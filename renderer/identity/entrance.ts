/** What stands before a session: the first screen loads this and nothing else of the pages. */
export { Login } from './Login.tsx'
