import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import type { Collection } from './lib/content/collection'
import { collections } from './lib/content/collections'
import { contentlayerFields } from './lib/content/contentlayer-fields'
import { codeBlocks } from './lib/markdown/code-blocks'
import { guard } from './lib/markdown/guard'
import { mathematics } from './lib/markdown/mathematics'
import { outline, takeOutline } from './lib/markdown/outline'

const previewing = process.env.PREVIEW_CHANNEL !== undefined

const documentType = (collection: Collection) =>
  defineDocumentType(() => ({
    name: collection.type,
    filePathPattern: collection.single ? collection.folder : `${collection.folder}/**/*.mdx`,
    contentType: 'mdx',
    fields: contentlayerFields(collection.schema),
    computedFields: {
      outline: { type: 'json', resolve: (it) => takeOutline(it._raw.sourceFilePath) },
    },
  }))

export default makeSource({
  contentDirPath: 'content',
  contentDirExclude: ['vocabulary', 'schemas', 'scenarios', 'figures'],
  documentTypes: collections.map(documentType),
  // `type` would be a likely name for a field of ours.
  fieldOptions: { typeFieldName: '_type' },
  // A build must never drop a document in silence. A preview goes on with the rest and shows what is wrong.
  onMissingOrIncompatibleData: previewing ? 'skip-warn' : 'fail',
  onExtraFieldData: previewing ? 'warn' : 'fail',
  onUnknownDocuments: previewing ? 'skip-warn' : 'fail',
  disableImportAliasWarning: true,
  mdx: {
    remarkPlugins: [guard, remarkGfm, remarkMath],
    rehypePlugins: [mathematics, codeBlocks, outline],
    esbuildOptions: (options) => ({ ...options, define: { 'process.env.NODE_ENV': '"production"' }, minify: true }),
  },
})
