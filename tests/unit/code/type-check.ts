import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type Fence, fileOf } from './fences'

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
}

/** The folder that the code seems to lie in: below the project, so that it finds the types of Node and React. */
const root = join(process.cwd(), '.build', 'code')

const said = (it: ts.Diagnostic): string => ts.flattenDiagnosticMessageText(it.messageText, ' ')

function describe(it: ts.Diagnostic, fenceAt: ReadonlyMap<string, Fence>): string {
  const fence = it.file && fenceAt.get(it.file.fileName)
  const line = it.file && it.start !== undefined ? it.file.getLineAndCharacterOfPosition(it.start).line + 1 : 0
  return fence ? `${fence.place}, line ${line} of the code: ${said(it)}` : said(it)
}

/** The library and the types of Node, read once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/** Type errors in the scripts of all documents; each document is a project of its own, without one on the disk. */
export function typeErrors(scripts: readonly Fence[]): string[] {
  const fenceAt = new Map(scripts.map((it) => [join(root, fileOf(it)), it]))
  const host = ts.createCompilerHost(options)
  const inherited = { getSourceFile: host.getSourceFile.bind(host), fileExists: host.fileExists.bind(host) }
  host.fileExists = (path) => fenceAt.has(path) || inherited.fileExists(path)
  host.readFile = (path) => fenceAt.get(path)?.code ?? (inherited.fileExists(path) ? readFileSync(path, 'utf8') : undefined)
  host.directoryExists = () => true
  host.getSourceFile = (path, target) => {
    const fence = fenceAt.get(path)
    if (fence) return ts.createSourceFile(path, fence.code, target, true)
    if (!parsed.has(path)) parsed.set(path, inherited.getSourceFile(path, target))
    return parsed.get(path)
  }
  const program = ts.createProgram([...fenceAt.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map((it) => describe(it, fenceAt))
}

/** What cannot even be read as TypeScript or JavaScript. */
export const syntaxErrors = (scripts: readonly Fence[]): string[] =>
  scripts.flatMap((fence) => {
    const { diagnostics = [] } = ts.transpileModule(fence.code, {
      fileName: fileOf(fence),
      reportDiagnostics: true,
      compilerOptions: { ...options, noEmit: false },
    })
    return diagnostics.map((it) => `${fence.place}: ${said(it)}`)
  })
