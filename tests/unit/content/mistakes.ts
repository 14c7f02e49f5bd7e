/** An article without a fault. */
export const text = `---
title: A new piece about queues
summary: What a queue does for a request that cannot wait.
date: 2026-03-01
category: messaging
tags: [queues, retries]
kind: article
brief:
  - A queue takes the work off the request.
  - A queue needs a limit or it hides the fault.
  - A worker may see each message twice.
  - A fourth sentence stands here as well.
related: ["article:retries"]
---

An opening with a [link](/writing/retries/).

## First part

Text.

\`\`\`ts
const a = 1
\`\`\`
`

type Mistake = readonly [what: string, from: string, to: string, told: string]

/** What owners do to a sound article, and the one message that each of them gets. */
export const mistakes: readonly Mistake[] = [
  [
    'a day without zeros',
    '2026-03-01',
    '2026-3-1',
    '4:7 date is "2026-3-1"; allowed: a day that exists, as YYYY-MM-DD; did you mean "2026-03-01"?',
  ],
  [
    'a day in words',
    '2026-03-01',
    'March 1, 2026',
    '4:7 date is "March 1, 2026"; allowed: a day that exists, as YYYY-MM-DD; did you mean "2026-03-01"?',
  ],
  ['a day that may be two', '2026-03-01', '01/03/2026', '4:7 date is "01/03/2026"; allowed: a day that exists, as YYYY-MM-DD'],
  [
    'a moment',
    'kind: article',
    'kind: article\npublishAt: 2026-01-01T09:00:00Z',
    '8:12 publishAt is "2026-01-01T09:00:00Z"; allowed: a day that exists, as YYYY-MM-DD; did you mean "2026-01-01"?',
  ],
  [
    'yes',
    'kind: article',
    'kind: article\ndraft: yes',
    '8:8 draft is the text "yes"; allowed: true or false; did you mean "true"?',
  ],
  [
    'a tag with a capital',
    '[queues',
    '[Queues',
    '6:8 tags[1] is "Queues"; allowed: lower-case words, digits and single hyphens, such as rate-limiter; did you mean "queues"?',
  ],
  ['a tag twice', '[queues, retries]', '[retries, retries]', '6:17 tags names "retries" twice; allowed: once'],
  ['a list for one', 'category: messaging', 'category: [messaging]', '5:11 category is a list; allowed: the slug of a category'],
  [
    'a field without its space',
    'kind: article',
    'kind:article',
    '7:1 "kind:article" is no field; allowed: name: value, with a space after the colon; the further lines of a text are indented; did you mean "kind: article"?',
  ],
  ['an empty title', 'title: A new piece about queues', 'title: ""', '2:8 title is empty; allowed: some text'],
  [
    'a colon in a title',
    'A new piece',
    'Queues: a new piece',
    '2:8 a colon and a space in a text without quotes; allowed: the whole text in quotes',
  ],
  [
    'a # in a title',
    'A new piece about',
    'A piece in C # about',
    '2:21 what follows # is a comment and no part of the text; allowed: the whole text in quotes, or the comment on a line of its own',
  ],
  [
    'typographic quotes',
    'A new piece about queues',
    '“A new piece”',
    `2:8 typographic quotes, which YAML takes as part of the text; allowed: "…" or '…'`,
  ],
  [
    'typographic quotes about a reference',
    '"article:retries"',
    '“article:retries”',
    `13:11 typographic quotes, which YAML takes as part of the text; allowed: "…" or '…'`,
  ],
  [
    'an apostrophe in single quotes',
    'A new piece about queues',
    "'Don't queue'",
    `2:13 "t queue'" follows the closing quote; allowed: the text in "…", or '' for an apostrophe in '…'`,
  ],
  [
    'a quote that is not closed',
    'A new piece',
    '"A new piece',
    '2:8 a text that begins with a quote and does not end with one; allowed: the same quote at its end',
  ],
  [
    'a quote in a list that is not closed',
    '"article:retries"',
    '"article:retries',
    '13:11 a text that begins with a quote and does not end with one; allowed: the same quote at its end',
  ],
  ['a bracket that is not closed', 'retries]', 'retries', '6:7 [ is opened and not closed; allowed: ] at its end'],
  [
    'a field twice',
    'kind: article',
    'kind: article\nkind: article',
    '8:1 the field "kind" stands here once more; allowed: each field once',
  ],
  [
    'an entry too far to the right',
    '  - A queue needs',
    '   - A queue needs',
    '10:4 an entry that is read as text of the line above; allowed: as many spaces as the other entries',
  ],
  [
    'an entry too far to the left',
    '  - A queue needs',
    ' - A queue needs',
    '10:1 the line is indented otherwise than those it belongs to; allowed: as many spaces as the line above',
  ],
  ['a tab', '  - A queue needs', '\t- A queue needs', '10:1 a tab at the beginning of the line; allowed: spaces'],
  [
    'a text that goes on without indentation',
    'cannot wait.',
    'cannot\nwait.',
    '4:1 "wait." is no field; allowed: name: value, with a space after the colon; the further lines of a text are indented',
  ],
  [
    'a misspelt field',
    'summary:',
    'sumary:',
    '3:1 there is no field "sumary"; allowed: title, summary, draft, publishAt, related, skills, claims, figures, aliases, date, updated, changes, category, tags, kind, series, supersededBy, brief, terms; did you mean "summary"?',
  ],
  [
    'a reference with a space',
    '"article:retries"',
    'article: retries',
    '13:11 related[1] is a group of fields; allowed: a reference such as project:fraud-detection; did you mean "article:retries"?',
  ],
  [
    'a space after the dashes',
    '---\ntitle',
    '--- \ntitle',
    '1:1 a space after --- on the first line; allowed: --- alone on the first line, the fields, and --- alone on a line',
  ],
  [
    'a heading without its space',
    '## First',
    '##First',
    '18:1 ## without a space after it is no heading; allowed: ## and the heading',
  ],
  [
    'a language by its long name',
    '```ts',
    '```typescript',
    '22:1 there is no language "typescript"; allowed: ts, tsx, js, sql, python, go, ruby, json, yaml, hcl, bash, lua, http, css, html, dockerfile, text; did you mean "ts"?',
  ],
  [
    'a code block that is not closed',
    'const a = 1\n```',
    'const a = 1',
    '22:1 a code block that is not closed; allowed: ``` on a line of its own after the code',
  ],
  [
    'two prices',
    'Text.',
    'It costs $5 and $6.',
    '20:10 "$5 and $" would be set as a formula; allowed: no space before the closing $ and no digit after it; write \\$ for money',
  ],
  [
    'a picture in HTML',
    'Text.',
    '<img src="a.png" alt="A">',
    '20:1 <img> is not closed, and no component; in Markdown it is ![what it shows](name.png)',
  ],
  [
    'a type in prose',
    'Text.',
    'A List<string> of names.',
    '20:7 <string> is not closed, and no component; write \\< for a bracket in prose',
  ],
  ['less than', 'Text.', 'If a <5 then.', '20:7 < begins no component here; write \\< for a bracket in prose'],
  ['a comment of HTML', 'Text.', '<!-- to do -->', '20:2 an HTML comment; write {/* … */}'],
  [
    'braces in prose',
    'Text.',
    'The object {a: 1}.',
    '20:14 braces with something else than a comment between them; write \\{ for a brace in prose',
  ],
  [
    'a misspelt property',
    'Text.',
    '<Callout knd="note">Text</Callout>',
    '20:10 <Callout> has no property knd; allowed: kind, title; did you mean "kind"?',
  ],
  [
    'a property in braces',
    'Text.',
    '<Callout kind={"note"}>Text</Callout>',
    '20:1 <Callout> has a property in braces; allowed: plain text, such as name="value"',
  ],
  [
    'a property without quotes',
    'Text.',
    '<Callout kind=note>Text</Callout>',
    '20:15 a property without quotes; write name="value"',
  ],
  [
    'a link to a file',
    '/writing/retries/)',
    'retries.mdx)',
    '16:19 "retries.mdx" is no address that a page can have; allowed: /path/ inside the site, https:// outside it, or mailto:; did you mean "/writing/retries/"?',
  ],
  [
    'a link without https',
    '/writing/retries/)',
    'www.example.org)',
    '16:19 "www.example.org" is no address that a page can have; allowed: /path/ inside the site, https:// outside it, or mailto:; did you mean "https://www.example.org"?',
  ],
]
