const carriers = 'meta[property="csp-nonce"], script[nonce], link[nonce]'

/**
 * The nonce of this page for `<style>` elements that Mantine creates: from vite's `<meta property="csp-nonce" nonce>`
 * or from any script or link that carries one; '' where the page has none.
 */
export const styleNonce = (): string => {
  for (const element of document.querySelectorAll<HTMLElement>(carriers))
    if (element.nonce) return element.nonce
  return ''
}
