const scale = 2

/** Draws the exported SVG of the chosen mode on a canvas; the file comes from this site, so nothing is tainted. */
export async function savePicture(figureId: string): Promise<void> {
  const figure = document.getElementById(figureId)
  const mode = figure?.querySelector<HTMLInputElement>('.erd-modes input:checked')?.value ?? 'all'
  const source = figure?.querySelector<HTMLAnchorElement>(`a[data-picture="${mode}"]`)
  if (!source) return
  const image = new Image()
  image.src = source.href
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = source.download.replace(/\.svg$/, '.png')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
