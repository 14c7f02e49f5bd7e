import { expectNoFault } from './axe'
import { home, leaky, open, tableSelect, lit, view } from './erd-page'
import { expect, test } from './site'

test('a mouse chooses a table, and its neighbours by one hop and two are lit', async ({ page }) => {
  await open(page)
  await expect(lit(page, 'focus')).toHaveText(['invoices'])
  await page.locator('.erd-drawing:visible .erd-table', { has: page.locator('title', { hasText: /^payments$/ }) }).click()
  await expect(tableSelect(page)).toHaveValue('payments')
  await expect(lit(page, 'focus')).toHaveText(['payments'])
  const near = await lit(page, 'near').count()
  expect(near).toBeGreaterThan(0)
  await view(page, '2 hops').check()
  expect(await lit(page, 'near').count()).toBeGreaterThan(near)
})

test('a drag pans the drawing and chooses nothing', async ({ page }) => {
  await open(page)
  const stage = page.locator('.erd-stage')
  const before = await stage.evaluate((it) => it.scrollLeft)
  const box = await stage.boundingBox()
  if (!box) throw new Error('the drawing has no box')
  await page.mouse.move(box.x + 300, box.y + 300)
  await page.mouse.down()
  await page.mouse.move(box.x + 180, box.y + 300, { steps: 4 })
  await page.mouse.up()
  expect(await stage.evaluate((it) => it.scrollLeft)).toBe(before + 120)
  await expect(tableSelect(page)).toHaveValue('invoices')
})

test('the drawing is one tab stop: arrows go to the next table, plus zooms, Escape lets go', async ({ page }) => {
  await open(page)
  await page.locator('.erd-stage').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tableSelect(page)).toHaveValue('subscriptions')
  await page.keyboard.press('ArrowRight')
  await expect(tableSelect(page)).toHaveValue('invoices')
  await page.keyboard.press('+')
  await expect(page.locator('.erd-zoom output')).toHaveText('125%')
  const before = await page.locator('.erd-stage').evaluate((it) => it.scrollTop)
  await page.keyboard.press('Shift+ArrowDown')
  expect(await page.locator('.erd-stage').evaluate((it) => it.scrollTop)).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(tableSelect(page)).toHaveValue('')
  await expect(page.locator('.erd-drawing:visible [data-lit]')).toHaveCount(0)
})

for (const [kind, query, name] of [
  ['table', 'webhook_endpoints', 'webhook_endpoints'],
  ['column', 'occurred_at', 'occurred_at'],
  ['index', 'idx', '_idx'],
  ['policy', 'insert', 'insert'],
] as const)
  test(`search finds a ${kind} and shows where it is`, async ({ page }) => {
    await open(page)
    await page.getByRole('searchbox').fill(query)
    const hit = page
      .getByRole('list', { name: 'Search results' })
      .getByRole('button', { name: new RegExp(`^${kind} `) })
      .first()
    await expect(hit).toContainText(name)
    await hit.click()
    await expect(tableSelect(page)).not.toHaveValue('')
    if (kind !== 'table') await expect(page.locator('.erd-panel-body mark')).toContainText(name)
  })

test('a path between two tables becomes a join that can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  await view(page, 'Join').check()
  await page.getByRole('combobox', { name: 'From' }).selectOption('payments')
  await page.getByRole('combobox', { name: 'To' }).selectOption('subscriptions')
  await page.getByRole('button', { name: 'Copy the join' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^SELECT \*\nFROM payments\nJOIN /)
  expect(copied).toContain('subscriptions.')
  await expectNoFault(page)
})

test('the delete simulator says in what order what happens, and the drawing shows it', async ({ page }) => {
  await open(page)
  await view(page, 'Delete').check()
  await page.getByRole('combobox', { name: 'Delete a row of' }).selectOption('subscriptions')
  await expect(page.locator('.erd-outcome')).toContainText('Refused by invoices')
  await expect(lit(page, 'blocks')).toHaveText(['invoices'])
  await expect(page.locator('.erd-steps li').first()).toContainText('depth 1')
  await expectNoFault(page)
})

test('the leaky schema opens on its findings, each with a way to its column and its line', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'saas-leaky.sql' }).click()
  await expect(page).toHaveURL(new RegExp(`${leaky}$`))
  const findings = page.locator('.erd-findings > li')
  await expect.poll(() => findings.count()).toBeGreaterThan(20)
  await findings.first().getByRole('button').click()
  await expect(lit(page, 'focus')).toHaveCount(1)
  const line = findings.first().getByRole('link', { name: /^line/ })
  const number = (await line.textContent())?.replace('line ', '')
  await line.click()
  const target = page.locator(':target')
  await expect(target).toBeVisible()
  await expect(target).toHaveAttribute('id', `erd-saas-leaky-L${number}`)
  await findings.first().getByRole('link', { name: 'column' }).click()
  await expect(page.locator(':target')).toBeVisible()
  await expectNoFault(page)
})

test('tenant edges are drawn only when asked for', async ({ page }) => {
  await open(page, `${home}#erd=1`)
  const edges = page.locator('.erd-drawing:visible .erd-hub-edges .erd-edge')
  await expect(edges.first()).toBeHidden()
  await page.getByRole('checkbox', { name: 'Tenant edges' }).check()
  await expect(edges.first()).toBeVisible()
})

test('every export downloads, and the picture is a PNG', async ({ page }) => {
  await open(page)
  for (const [name, file, holds] of [
    ['SQL', 'saas.sql', 'CREATE TABLE'],
    ['DBML', 'saas.dbml', 'Table '],
    ['Mermaid', 'saas.mmd', 'erDiagram'],
    ['JSON', 'saas.json', '"format": "erd/1"'],
    ['SVG', 'saas.svg', '<svg'],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true })
    await expect(link).toHaveAttribute('download', file)
    const text = await (await page.request.get((await link.getAttribute('href')) ?? '')).text()
    expect(text).toContain(holds)
  }
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save PNG' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('saas.png')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const svg = await (await page.request.get('/lab/erd/files/saas.svg')).text()
  expect(bytes.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]))
})

test('a link restores focus, mode, zoom and place', async ({ page }) => {
  await open(page)
  await tableSelect(page).selectOption('webhook_deliveries')
  await page.getByRole('radio', { name: 'Keys' }).check()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('zoom=1.25')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('mode=keys')
  const [hash, place] = await page.evaluate(() => [location.hash, document.querySelector('.erd-stage')?.scrollLeft ?? 0] as const)
  await page.goto('/lab/', { waitUntil: 'networkidle' })
  await open(page, home + hash)
  await expect(tableSelect(page)).toHaveValue('webhook_deliveries')
  await expect(page.getByRole('radio', { name: 'Keys' })).toBeChecked()
  await expect(page.locator('.erd-zoom output')).toHaveText('125%')
  await expect
    .poll(() => page.locator('.erd-stage').evaluate((it, at) => Math.abs(it.scrollLeft - at), place))
    .toBeLessThanOrEqual(3)
})

for (const [what, hash, says] of [
  ['an unknown table', '#erd=1&focus=%3Cscript%3E', 'does not have'],
  ['no number', '#erd=1&zoom=NaN', 'no number'],
  ['an absurd number', '#erd=1&zoom=1e9&x=-5', 'limited'],
  ['another version', '#erd=99&focus=invoices', 'version'],
  ['far too much', `#erd=1&focus=${'x'.repeat(5000)}`, 'characters long'],
] as const)
  test(`a link with ${what} gives a notice and a drawing`, async ({ page }) => {
    await open(page, home + hash)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.locator('.erd-drawing:visible .erd-table').first()).toBeAttached()
    await expectNoFault(page)
    await page.getByRole('button', { name: 'Close the notice' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

test.describe('by touch at 390 px', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true })

  test('a tap chooses a table of the upright drawing, and every control is large enough', async ({ page }) => {
    await open(page)
    await expect(page.locator('.erd-drawing:visible')).toHaveAttribute('data-orientation', 'portrait')
    await page.locator('.erd-drawing:visible .erd-table', { has: page.locator('title', { hasText: /^invoice_lines$/ }) }).tap()
    await expect(tableSelect(page)).toHaveValue('invoice_lines')
    const small = await page
      .locator(
        '.erd-tools button, .erd-tools input[type=search], .erd-panel select, .erd-panel button, .one-of label, .erd-files a',
      )
      .evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.textContent))
    expect(small).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectNoFault(page)
  })
})

test('a path is brought into view as a whole', async ({ page }) => {
  await open(page)
  await view(page, 'Join').check()
  await page.getByRole('combobox', { name: 'From' }).selectOption('webhook_deliveries')
  await page.getByRole('combobox', { name: 'To' }).selectOption('memberships')
  const outside = await page.locator('.erd-stage').evaluate((stage) => {
    const view = stage.getBoundingClientRect()
    return [...stage.querySelectorAll('.erd-drawing .erd-table[data-lit]')]
      .map((it) => it.getBoundingClientRect())
      .filter(
        (it) => it.width > 0 && (it.left < view.left || it.right > view.right || it.top < view.top || it.bottom > view.bottom),
      ).length
  })
  expect(outside).toBe(0)
})

test('nothing moves by itself when less motion is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  await tableSelect(page).selectOption('users')
  expect(
    await page.locator('.erd-figure').evaluateAll((all) => all.flatMap((it) => it.getAnimations({ subtree: true })).length),
  ).toBe(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe has nothing to say with everything open, ${colorScheme}`, async ({ page }) => {
    // Axe looks at every cell of every table and every line of SQL.
    test.slow()
    await page.emulateMedia({ colorScheme })
    await open(page, leaky)
    for (const summary of await page.locator('.erd-readings summary').all()) await summary.click()
    await expectNoFault(page)
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the drawing, its modes, every table, finding and line can be read', async ({ page }) => {
    await page.goto(home)
    await expect(page.locator('.erd-drawing:visible .erd-table')).toHaveCount(17)
    await expect(lit(page, 'focus')).toHaveText(['invoices'])
    await page.getByRole('radio', { name: 'Names' }).check()
    await expect(page.locator('.erd-drawing:visible')).toHaveAttribute('data-mode', 'names')
    for (const summary of await page.locator('.erd-readings summary').all()) await summary.click()
    await expect(page.locator('#erd-saas-table-0')).toBeVisible()
    expect(await page.locator('.erd-reading .sql li').count()).toBeGreaterThan(500)
    await expect(page.locator('.erd-panel')).toBeHidden()
    await expect(page.getByRole('link', { name: 'DBML' })).toBeVisible()
  })
})
