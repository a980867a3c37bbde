// Runs before the modules: zod would try at its first schema whether functions can be built from text, which the policy of
// the page forbids and reports.
globalThis.__zod_globalConfig = { jitless: true }
