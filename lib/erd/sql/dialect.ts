/** Signs of another product's SQL. They are looked for only in statements PostgreSQL's grammar refuses, and in the head of a dump. */
const SIGNS: readonly { readonly dialect: string; readonly pattern: RegExp; readonly what: string }[] = [
  { dialect: 'MySQL or MariaDB', pattern: /^\s*CREATE\b[^;]*`/i, what: 'names in backquotes' },
  { dialect: 'MySQL or MariaDB', pattern: /\bENGINE\s*=\s*\w+/i, what: 'ENGINE=' },
  { dialect: 'MySQL or MariaDB', pattern: /\bAUTO_INCREMENT\b/i, what: 'AUTO_INCREMENT' },
  { dialect: 'MySQL or MariaDB', pattern: /\b(?:LOCK|UNLOCK)\s+TABLES\b/i, what: 'LOCK TABLES' },
  { dialect: 'MySQL or MariaDB', pattern: /\b(?:TINYINT|MEDIUMTEXT|LONGTEXT)\b|\bint\(\d+\)/i, what: 'MySQL types' },
  { dialect: 'SQLite', pattern: /^\s*PRAGMA\b/i, what: 'PRAGMA' },
  { dialect: 'SQLite', pattern: /\bAUTOINCREMENT\b/i, what: 'AUTOINCREMENT' },
  { dialect: 'SQLite', pattern: /\)\s*WITHOUT\s+ROWID\b/i, what: 'WITHOUT ROWID' },
  { dialect: 'SQL Server', pattern: /\[\w+\]\s*\.\s*\[\w+\]|\(\s*\[\w+\]\s/, what: 'names in square brackets' },
  { dialect: 'SQL Server', pattern: /\bIDENTITY\s*\(\s*\d+\s*,\s*\d+\s*\)/i, what: 'IDENTITY(1,1)' },
  { dialect: 'SQL Server', pattern: /\bNVARCHAR\b|\bUNIQUEIDENTIFIER\b|\bCLUSTERED\b/i, what: 'SQL Server types' },
  { dialect: 'SQL Server', pattern: /(?:^|\n)\s*GO\s*(?:\r?\n|$)/i, what: 'GO' },
  { dialect: 'Oracle', pattern: /\bVARCHAR2\s*\(|\bNUMBER\s*\(/i, what: 'VARCHAR2 or NUMBER' },
  {
    dialect: 'Oracle',
    pattern: /\bENABLE\s*(?:,|\))|\bTABLESPACE\s+"\w+"\s+PCTFREE\b|\bPCTFREE\s+\d+/i,
    what: 'Oracle storage clauses',
  },
]

const HEADS: readonly { readonly dialect: string; readonly pattern: RegExp }[] = [
  { dialect: 'MySQL or MariaDB', pattern: /^--\s*(?:MySQL|MariaDB) dump|phpMyAdmin SQL Dump/im },
  { dialect: 'SQL Server', pattern: /^\s*USE \[\w+\]\s*$/im },
]

export interface DialectWatch {
  head(text: string): void
  refused(statement: { readonly text: string; readonly line: number }): void
  verdict(): { readonly name: string; readonly evidence: readonly string[] } | null
}

export function watchDialect(): DialectWatch {
  const evidence = new Map<string, Map<string, string>>()
  const note = (dialect: string, what: string, where: string): void => {
    const seen = evidence.get(dialect) ?? new Map<string, string>()
    if (!seen.has(what)) seen.set(what, `${what} (${where})`)
    evidence.set(dialect, seen)
  }
  return {
    head: (text) => {
      for (const { dialect, pattern } of HEADS) if (pattern.test(text)) note(dialect, 'its header', 'first lines')
    },
    refused: ({ text, line }) => {
      const opening = text.slice(0, 20_000)
      for (const { dialect, pattern, what } of SIGNS) if (pattern.test(opening)) note(dialect, what, `line ${line}`)
    },
    verdict: () => {
      const [best] = [...evidence].sort(([, left], [, right]) => right.size - left.size)
      return best ? { name: best[0], evidence: [...best[1].values()] } : null
    },
  }
}
