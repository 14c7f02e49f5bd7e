// Before the first paint, so that a chosen theme never flashes the other one.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'paper' || theme === 'ink') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be forbidden; the system's theme is then the right one.
}

export {}
