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

export function SearchResults() {
  return (
    <>
      <div className="found" />
      <template>
        <article className="row ruled found-row">
          <div className="rail">
            <span className="number" data-part="number">
              [00]
            </span>
            <span className="line" data-part="kind">
              Kind
            </span>
          </div>
          <div className="body">
            <h2>
              <a data-part="title">Title</a>
            </h2>
            <p className="serif" data-part="text">
              Text with <mark>words</mark>
            </p>
            <p className="found-sections note" data-part="sections">
              <a>Section</a>
            </p>
          </div>
        </article>
      </template>
    </>
  )
}
