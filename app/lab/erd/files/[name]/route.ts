import { exportFiles, exportText } from '@/lib/content/erd'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => exportFiles().map((name) => ({ name }))

/** The schemas in other notations, as plain files: they download without a script. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return new Response(await exportText((await params).name))
}
