const { dataset } = document.documentElement
dataset.asked = location.search
try {
  const theme = localStorage['lectern-theme']
  if (/^(dark|light)$/.test(theme)) dataset.theme = theme
} catch {}
addEventListener('unhandledrejection', (event) => {
  if (/^Transition was /.test(event.reason?.message)) event.preventDefault()
})
