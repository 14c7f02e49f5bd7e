import type { ReactNode } from 'react'
import './globals.css'
import { HtmlDocument, siteMetadata } from '@/components/site/document'

export const generateMetadata = siteMetadata

export default function Layout({ children }: { children: ReactNode }) {
  return <HtmlDocument>{children}</HtmlDocument>
}
