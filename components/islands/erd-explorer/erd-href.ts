export const homeSchema = 'saas'

export const erdHref = (schema: string): string => (schema === homeSchema ? '/lab/erd/' : `/lab/erd/${schema}/`)
