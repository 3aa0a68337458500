const { dataset } = document.documentElement
dataset.asked = location.search
try {
  const theme = localStorage['lectern-theme']
  if (/^(dark|light)$/.test(theme)) dataset.theme = theme
} catch {}
addEventListener('unhandledrejection', (event) => {
  if (event.reason?.message === 'Transition was skipped') event.preventDefault()
})
