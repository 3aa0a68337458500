try {
  const theme = localStorage['lectern-theme']
  if (/^(dark|light)$/.test(theme)) document.documentElement.dataset.theme = theme
} catch {}
addEventListener('pageswap', (event) => event.viewTransition?.ready.catch(() => {}))
