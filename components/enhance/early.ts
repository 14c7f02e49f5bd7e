// Runs before the first paint, inline, at the top of every page.
import './theme-early'
import './start-at-top'
