/**
 * A page that is rendered ahead is parsed, but not laid out until it is shown, which is what a slow processor then spends
 * the wait on. To ask for a size does that work before the click; and again with the fonts that came meanwhile.
 */
const layOut = () => document.body.offsetHeight

if ((document as { prerendering?: boolean }).prerendering) {
  layOut()
  void document.fonts.ready.then(layOut)
}
