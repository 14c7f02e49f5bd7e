/**
 * What search needs of the page: a form where scripts run and a sentence where they do not, a place for what it says, and a row as the
 * script is to fill it. Everything a reader may see is printed here, so that its styles travel with the page.
 */
export function SearchForm() {
  return (
    <>
      <form className="search-form" role="search">
        <label className="label" htmlFor="q">
          Words to look for
        </label>
        <input id="q" name="q" type="search" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={120} />
        <output className="note" htmlFor="q" />
      </form>
      <p className="lead unscripted">Search needs JavaScript. The lists below do not, and they hold every entry.</p>
    </>
  )
}

/**
 * A template's content is no child of it, for a parser as for the page's own tree: written as children, React would look
 * for them where they are not.
 */
const row = `<article class="row ruled found-row">
  <div class="rail">
    <span class="number" data-part="number">[00]</span>
    <span class="line" data-part="kind">Kind</span>
  </div>
  <div class="body">
    <h2><a data-part="title">Title</a></h2>
    <p class="serif" data-part="text">Text with <mark>words</mark></p>
    <p class="found-sections note" data-part="sections"><a>Section</a></p>
  </div>
</article>`

export function SearchResults() {
  return (
    <>
      <div className="found" />
      <template dangerouslySetInnerHTML={{ __html: row.replace(/\n\s*/g, '') }} />
    </>
  )
}
