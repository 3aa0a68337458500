// Runs before the first paint, so that a chosen theme never flashes. Kept as a file of its own because
// the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('lectern-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}
