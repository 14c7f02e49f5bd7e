import { availableParallelism } from 'node:os'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

/** `next build` prints into a staging folder; `lib/publish` turns that into `out/` and swaps it in whole. */
export default function config(phase: string): NextConfig {
  const developing = phase === PHASE_DEVELOPMENT_SERVER
  return {
    output: 'export',
    trailingSlash: true,
    ...(developing ? {} : { distDir: '.build/export' }),
    devIndicators: false,
    turbopack: { root: import.meta.dirname },
    // The SQL grammar (WebAssembly beside its script) and the layout engine run at build and are not to be bundled.
    serverExternalPackages: ['pgsql-parser', 'libpg-query', 'elkjs'],
    images: { unoptimized: true },
    experimental: {
      // The page for unknown addresses lists every page there is. As a part of the layout it would be rendered into each of them.
      globalNotFound: true,
      // Next leaves one core idle while it prints; on two cores that is half the machine.
      cpus: availableParallelism(),
    },
    // `npm test` and the editor check types; a second pass inside the build would only cost time.
    typescript: { ignoreBuildErrors: true },
  }
}
