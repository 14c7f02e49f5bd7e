/** How each format begins. */
const beginnings: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpg: /^\xff\xd8\xff/,
  webp: /^RIFF[\s\S]{4}WEBP/,
  avif: /^[\s\S]{4}ftyp(?:avif|mif1|msf1)/,
  svg: /^\s*(?:<\?xml[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/,
}

/** What a file is by its first bytes, whatever it is called. */
export function pictureFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes).toString('latin1')
  return Object.entries(beginnings).find(([, pattern]) => pattern.test(start))?.[0]
}
