/** Words PostgreSQL does not take as a bare column or table name. */
const KEYWORDS = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character check coalesce ' +
    'collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp ' +
    'current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant ' +
    'greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join lateral leading least left like limit ' +
    'localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay ' +
    'placing position precision primary real references returning right row select session_user setof similar smallint some substring symmetric system_user ' +
    'table tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where window with ' +
    'xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable'
  ).split(' '),
)

export const DEFAULT_SCHEMA = 'public'

/** A name as SQL needs it written: bare when that is safe, quoted otherwise. */
export function quoteName(name: string): string {
  const isBare = /^[a-z_][a-z0-9_$]*$/.test(name) && !KEYWORDS.has(name)
  return isBare ? name : `"${name.replaceAll('"', '""')}"`
}

export function qualifiedName(schema: string, name: string): string {
  return schema === DEFAULT_SCHEMA ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`
}

export function quoteNames(names: readonly string[]): string {
  return names.map(quoteName).join(', ')
}

export function quoteText(text: string): string {
  return text.includes('\\') ? `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${text.replaceAll("'", "''")}'`
}

/** Plain code-unit order: `localeCompare` differs between machines. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
