try {
  const theme = localStorage['lectern-theme']
  if (/^(dark|light)$/.test(theme)) document.documentElement.dataset.theme = theme
} catch {}
addEventListener('unhandledrejection', (event) => {
  if (event.reason?.message === 'Transition was skipped') event.preventDefault()
})
