const { dataset } = document.documentElement
dataset.asked = location.search
try {
  const theme = localStorage['lectern-theme']
  if (/^(dark|light)$/.test(theme)) dataset.theme = theme
} catch {}
addEventListener('unhandledrejection', (event) => {
  if (/^Transition was /.test(event.reason?.message)) event.preventDefault()
})
let followed
addEventListener('click', ({ target }) => {
  followed = target.closest?.('a')
})
const carry = (transition, address) => {
  if (!transition || !followed || followed.href !== address) return
  const { classList } = followed
  classList.add('followed')
  transition.finished.finally(() => classList.remove('followed'))
}
addEventListener('pageswap', ({ viewTransition, activation }) => {
  carry(viewTransition, activation?.entry?.url)
})
addEventListener('pagereveal', ({ viewTransition }) => {
  carry(viewTransition, window.navigation?.activation?.from?.url)
  followed = undefined
})
