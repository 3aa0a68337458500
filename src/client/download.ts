/** Offers data as a file of this name. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Safari reads the data only some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
