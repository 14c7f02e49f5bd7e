/**
 * A page that is rendered ahead is parsed, but not laid out until it is shown, which is what a slow processor then spends
 * the wait on. To ask for a size does that work before the click; and again with the fonts that came meanwhile. What lies
 * below the first screen stays for after the first picture (components/site/below.css).
 */
const layOut = () => document.body.offsetHeight
const root = document.documentElement

if ((document as { prerendering?: boolean }).prerendering) {
  root.dataset.ahead = ''
  document.addEventListener('prerenderingchange', () => requestAnimationFrame(() => setTimeout(() => delete root.dataset.ahead)))
  layOut()
  void document.fonts.ready.then(layOut)
}
