import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { pictureFile, pictureFiles } from '@/lib/content/pictures'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = async () =>
  orNoAddress(
    (await pictureFiles()).map((name) => ({ name })),
    { name: noAddress },
  )

/** Pictures in the forms and widths that pages offer: a build writes them all, a preview makes what is asked for. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params
  if (name === noAddress) return new Response()
  const { bytes, type } = await pictureFile(name)
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } })
}
