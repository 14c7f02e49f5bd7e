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

const documentType = (collection: Collection) =>
  defineDocumentType(() => ({
    name: collection.type,
    filePathPattern: collection.single ? collection.folder : `${collection.folder}/**/*.mdx`,
    contentType: 'mdx',
    // `type` is Contentlayer's own name for the document type: it must stay free for our fields.
    fields: contentlayerFields(collection.schema),
    computedFields: {
      outline: { type: 'json', resolve: (it) => takeOutline(it._raw.sourceFilePath) },
    },
  }))

export default makeSource({
  contentDirPath: 'content',
  contentDirExclude: ['vocabulary', 'schemas', 'scenarios'],
  documentTypes: collections.map(documentType),
  fieldOptions: { typeFieldName: '_type' },
  // The strict check has the last word on what is wrong; Contentlayer must never drop a document in silence.
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  onUnknownDocuments: 'fail',
  disableImportAliasWarning: true,
  mdx: {
    remarkPlugins: [guard, remarkGfm, remarkMath],
    rehypePlugins: [mathematics, codeBlocks, outline],
    esbuildOptions: (options) => ({ ...options, define: { 'process.env.NODE_ENV': '"production"' }, minify: true }),
  },
})
