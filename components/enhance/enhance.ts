// What a reading page may load: a few custom elements, none of which is missed without a script.
import './theme-switch'
import './copy-code'
import './copy-text'
import './current-section'
import './nearest-page'
import './prefetch-on-intent'
import './render-ahead'
import './skip-transition'
