import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { group, press, putText, withGallery } from './galleryTest.ts'

const open = withGallery()
type Value = string | number | null
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
const keys = [
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
  'amount',
  'source',
] as const
const value = (page: Page, row: number, column: number) =>
  page.evaluate(`grid.rows()[${row}]?.cells['${keys[column]}'] ?? null`) as Promise<Value>
const rowCount = (page: Page) => page.evaluate('grid.rows().length') as Promise<number>
/** Row and column of the cell that holds the focus, “row:column”. */
const focused = (page: Page) =>
  page.evaluate(`(() => { const at = document.activeElement?.closest('[data-row]');
    return at ? at.dataset.row + ':' + at.dataset.column : document.activeElement?.tagName })()`)
const clipboard = (page: Page, kind: string) =>
  page.evaluate(`navigator.clipboard.read().then(async ([item]) =>
    item.types.includes('${kind}') ? (await item.getType('${kind}')).text() : '')`) as Promise<string>
/** A paste as another program would give it, with both forms. */
const pasteInto = (page: Page, html: string, text: string) =>
  page.evaluate(`(() => { const data = new DataTransfer()
    data.setData('text/html', ${JSON.stringify(html)}); data.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) })()`)

group('what cannot be typed into', () => {
  it('a sheet that is read only, and a column that is reckoned, say why; a move of the frame ends it', async () => {
    const locked = await open('grid-readonly')
    await cell(locked, 0, 3).click()
    await press(locked, 'x')
    await locked.getByText('Lembar ini sedang tidak dapat diubah.').last().waitFor()
    const page = await open('grid-few')
    await cell(page, 0, 7).click()
    await press(page, 'F2')
    const words = page.locator('span', { hasText: /^Kolom ini dihitung dan tidak dapat diisi\.$/ })
    expect(await words.count()).toBeGreaterThan(1)
    await press(page, 'ArrowLeft')
    await expect.poll(() => words.count()).toBe(1)
  })
})

group('the menu', () => {
  it('pastes what the clipboard holds, as Ctrl+V does', async () => {
    const page = await open('grid-few')
    await putText(page, 'Kecamatan\t3 Bulan')
    await cell(page, 1, 3).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Tempel' }).click()
    await expect.poll(() => value(page, 1, 4)).toBe('3 Bulan')
    expect(await value(page, 1, 3)).toBe('Kecamatan')
  })
})

type Trace = { readonly name: string; readonly args: { readonly elementCount?: number } }
/** Elements whose style the browser reckoned anew while `work` went on. */
const restyled = async (page: Page, work: () => Promise<void>): Promise<number> => {
  const browser = page.context().browser()
  await browser?.startTracing(page, { categories: ['-*', 'devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse(String(await browser?.stopTracing())) as { traceEvents: Trace[] }
  return traceEvents
    .filter(({ name }) => name === 'UpdateLayoutTree')
    .reduce((sum, { args }) => sum + (args.elementCount ?? 0), 0)
}

group('the grid by keyboard', () => {
  it('a move of the frame restyles the cells it leaves and enters, not the sheet', async () => {
    const page = await open('grid-many')
    await cell(page, 4, 3).click()
    await press(page, 'ArrowDown')
    const elements = await restyled(page, async () => {
      await press(page, 'ArrowDown')
      await page.evaluate('new Promise(requestAnimationFrame)')
    })
    expect(elements).toBeGreaterThan(0)
    expect(elements).toBeLessThan(100)
  })

  it('what is typed replaces the cell, from its first letter on, and Enter goes down', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 3).click()
    await page.keyboard.type('Kecamatan')
    await press(page, 'Enter')
    expect(await value(page, 0, 3)).toBe('Kecamatan')
    expect(await focused(page)).toBe('1:3')
    await page.keyboard.type('Dua')
    await press(page, 'ArrowRight')
    expect(await value(page, 1, 3)).toBe('Dua')
    expect(await focused(page)).toBe('1:4')
  })

  it('F2 goes into the text, Esc gives the old text back, Alt+Enter makes a line', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 1).click()
    await press(page, 'F2', 'Home')
    await page.keyboard.type('Awal ')
    await press(page, 'Escape')
    expect(await value(page, 0, 1)).toBe('Pengumpulan data dan wawancara dengan kader di dua belas kelurahan')
    await press(page, 'F2', 'End', 'Alt+Enter')
    await page.keyboard.type('kedua')
    await press(page, 'Tab')
    expect(await value(page, 0, 1)).toMatch(/kelurahan\nkedua$/)
  })

  it('Tab runs right, Enter returns below where Tab began, Shift goes back', async () => {
    const page = await open('grid-few')
    await cell(page, 1, 2).click()
    await press(page, 'Tab', 'Tab')
    expect(await focused(page)).toBe('1:4')
    await press(page, 'Enter')
    expect(await focused(page)).toBe('2:2')
    await press(page, 'Shift+Enter', 'Shift+Tab')
    expect(await focused(page)).toBe('1:1')
  })

  it('Home, End, Ctrl+Home, Ctrl+End and the page keys move the frame and bring it into view', async () => {
    const page = await open('grid-many')
    await cell(page, 3, 3).click()
    await press(page, 'End')
    expect(await focused(page)).toBe('3:7')
    await press(page, 'Control+End')
    expect(await focused(page)).toBe('499:7')
    await expect.poll(() => cell(page, 499, 7).isVisible()).toBe(true)
    const seen = await cell(page, 499, 7).boundingBox()
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(768 - 36 - 32 + 2)
    await press(page, 'Control+Home')
    expect(await focused(page)).toBe('0:0')
    await press(page, 'PageDown')
    expect(await focused(page)).toBe('12:0')
    await press(page, 'Home', 'Control+ArrowDown')
    expect(await rowCount(page)).toBe(500)
  })

  it('the focus is never lost while the sheet is scrolled away from it', async () => {
    const page = await open('grid-many')
    await cell(page, 2, 3).click()
    await page.mouse.wheel(0, 6000)
    await expect.poll(() => page.locator('[data-row="5"]').count()).toBe(0)
    expect(await focused(page)).toBe('2:3')
    await page.keyboard.type('ada')
    await press(page, 'Enter')
    expect(await value(page, 2, 3)).toBe('ada')
  })

  it('an input method writes its first letter too', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 3).click()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'k', selectionStart: 1, selectionEnd: 1 })
    await session.send('Input.imeSetComposition', { text: 'かい', selectionStart: 2, selectionEnd: 2 })
    await session.send('Input.insertText', { text: '会' })
    await press(page, 'Enter')
    expect(await value(page, 0, 3)).toBe('会')
  })

  it('a choice is found by its beginning, with arrows, or with the mouse; another text stays, with a doubt', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 2).click()
    await page.keyboard.type('te')
    await press(page, 'Enter')
    expect(await value(page, 0, 2)).toBe('tender')
    await press(page, 'Alt+ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    expect(await value(page, 1, 2)).toBe('pengadaan langsung')
    await press(page, 'F2')
    await page.getByRole('option', { name: 'E-katalog' }).click()
    expect(await value(page, 2, 2)).toBe('e-katalog')
    await page.keyboard.type('Kontrak payung')
    await press(page, 'Enter', 'ArrowUp')
    expect(await value(page, 2, 2)).toBe('Kontrak payung')
    expect(await page.getByText('Kontrak payung’ tidak ada dalam daftar pilihan').first().isVisible()).toBe(
      true,
    )
  })

  it('an amount that cannot be read is kept and marked; F8 goes to it', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 6).click()
    await page.keyboard.type('menyusul')
    await press(page, 'Enter')
    expect(await value(page, 0, 6)).toBe('menyusul')
    await press(page, 'Control+Home', 'F8')
    expect(await focused(page)).toBe('0:6')
    await press(page, 'F8')
    expect(await focused(page)).toBe('4:4')
    await press(page, 'Shift+F8')
    expect(await focused(page)).toBe('0:6')
  })

  it('Esc and then Tab leaves the sheet', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 0).click()
    await press(page, 'Escape', 'Tab')
    expect(await focused(page)).toBe('BUTTON')
    await press(page, 'Shift+Tab')
    expect(await focused(page)).toBe('0:0')
  })

  it('Tab in the last cell adds a row; a sheet without rows takes a paste', async () => {
    const page = await open('grid-few')
    await cell(page, 7, 7).click()
    await press(page, 'Tab')
    expect(await rowCount(page)).toBe(9)
    expect(await focused(page)).toBe('8:0')
    const empty = await open('grid-empty')
    await empty.getByRole('group').focus()
    await putText(empty, 'Satu\tdua\r\nTiga\tempat\r\n')
    await press(empty, 'Control+V')
    expect([await rowCount(empty), await value(empty, 1, 1)]).toEqual([2, 'empat'])
    await press(empty, 'Control+A', 'Control+-', 'Control+Z')
    expect(await rowCount(empty)).toBe(2)
  })

  it('a sheet that is read only can be walked and copied, but not changed', async () => {
    const page = await open('grid-readonly')
    await cell(page, 0, 3).click()
    await page.keyboard.type('x')
    await press(page, 'Delete', 'Control+-', 'F2', 'Escape', 'Control+C')
    expect([await value(page, 0, 3), await rowCount(page)]).toEqual(['Vendor', 8])
    expect(await clipboard(page, 'text/plain')).toBe('Vendor\r\n')
  })
})

group('the grid by blocks', () => {
  it('a block is copied as text and as table, and comes back by Ctrl+V', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 5).click()
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+C')
    expect(await clipboard(page, 'text/plain')).toBe('APBD : 5 Juta\t5000000\r\nAPBD : 6 Juta\t6000000\r\n')
    expect(await clipboard(page, 'text/html')).toContain('5.000.000')
    await cell(page, 4, 5).click()
    await press(page, 'Control+V')
    expect(await Promise.all([value(page, 4, 6), value(page, 5, 5), value(page, 5, 6)])).toEqual([
      5_000_000,
      'APBD : 6 Juta',
      6_000_000,
    ])
  })

  it('a table of Excel comes in: quotes, two lines in a cell, and more rows than there are', async () => {
    const page = await open('grid-few')
    await cell(page, 7, 0).click()
    await putText(page, '"baris ""satu""\nbaris dua"\tTahap\r\nb\tc\r\nd\te\r\n')
    await press(page, 'Control+V')
    expect(await rowCount(page)).toBe(10)
    expect(await value(page, 7, 0)).toBe('baris "satu"\nbaris dua')
    expect(await value(page, 9, 1)).toBe('e')
    await press(page, 'Control+Z')
    expect(await rowCount(page)).toBe(8)
  })

  it('a table of Word comes in by its HTML: paragraphs stay in their cell, no report, nothing runs', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 3).click()
    await pasteInto(
      page,
      '<html><head><style>p{color:red}</style></head><body onload="x()"><table style="color:red"><tr><td style="width:1px"><p>Satu</p><p>Dua</p></td><td>3 Bulan</td></tr></table><img src=x onerror="window.ran=1"></body></html>',
      'Satu\nDua\t3 Bulan',
    )
    expect([await value(page, 0, 3), await value(page, 0, 4)]).toEqual(['Satu\nDua', '3 Bulan'])
    expect(await page.evaluate('globalThis.ran ?? null')).toBeNull()
  })

  it('one copied cell fills many; the sum of the selection and the totals are live', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 6).click()
    await press(page, 'Control+C')
    await cell(page, 1, 6).click()
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+V')
    expect(await page.getByTestId('ringkasan').innerText()).toMatch(
      /Rata-rata: 5\.000\.000.*Banyak: 3.*Jumlah: 15\.000\.000/s,
    )
    expect(await page.locator('[data-total="amount"]').innerText()).toBe('51.000.000')
  })

  it('cut empties, Delete clears, and columns that are read only stay', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 6).click()
    await press(page, 'Shift+ArrowRight', 'Control+X')
    expect([await value(page, 0, 6), await value(page, 0, 7)]).toEqual([null, 'Lembar 1, baris 3'])
    await cell(page, 1, 3).click()
    await press(page, 'Shift+ArrowRight', 'Delete')
    expect([await value(page, 1, 3), await value(page, 1, 4)]).toEqual([null, null])
  })

  it('Ctrl+D fills down, the handle fills by pulling, undo and redo walk through all of it', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 3).click()
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D')
    expect(await value(page, 2, 3)).toBe('Vendor')
    await cell(page, 0, 4).click()
    await page.locator('[data-fill]').hover()
    await page.mouse.down()
    const target = await cell(page, 3, 4).boundingBox()
    await page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 12, { steps: 6 })
    await page.mouse.up()
    expect(await Promise.all([value(page, 1, 4), value(page, 3, 4), value(page, 4, 4)])).toEqual([
      '1 Bulan',
      '1 Bulan',
      '5 Bulan',
    ])
    await press(page, 'Control+Z')
    expect(await value(page, 3, 4)).toBe('4 Bulan')
    await press(page, 'Control+Z')
    expect(await value(page, 2, 3)).toBe('Diskominfo')
    await press(page, 'Control+Y', 'Control+Shift+Z')
    expect([await value(page, 2, 3), await value(page, 3, 4)]).toEqual(['Vendor', '1 Bulan'])
  })

  it('rows are inserted and deleted by keys and by the menu, and come back', async () => {
    const page = await open('grid-few')
    await cell(page, 1, 0).click()
    await press(page, 'Shift+Space', 'Control+Shift+Equal')
    expect([await rowCount(page), await value(page, 1, 3)]).toEqual([9, null])
    await press(page, 'Control+-')
    expect(await rowCount(page)).toBe(8)
    await cell(page, 2, 1).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Hapus baris' }).click()
    expect(await rowCount(page)).toBe(7)
    await press(page, 'Control+Z')
    expect([await rowCount(page), await value(page, 2, 0)]).toEqual([
      8,
      'Pembangunan modul pendataan keluarga',
    ])
    await press(page, 'Shift+F10')
    await page.getByRole('menuitem', { name: 'Sisipkan baris di bawah' }).waitFor()
    await press(page, 'Escape')
    expect(await focused(page)).toBe('2:0')
  })

  it('the mouse selects by dragging, row numbers and headings select rows and columns', async () => {
    const page = await open('grid-few')
    const [from, to] = [await cell(page, 0, 5).boundingBox(), await cell(page, 3, 6).boundingBox()]
    await page.mouse.move((from?.x ?? 0) + 9, (from?.y ?? 0) + 9)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 12, { steps: 8 })
    await page.mouse.up()
    expect(await page.getByTestId('ringkasan').innerText()).toMatch(/Banyak: 8.*Jumlah: 26\.000\.000/s)
    await page.locator('[data-gutter="2"]').click()
    expect(await page.locator('[data-row="2"][data-chosen]').count()).toBe(8)
    await page.locator('[data-head="6"]').click()
    expect(await page.locator('[data-column="6"][data-chosen]').count()).toBe(8)
    await page.locator('[data-corner]').click()
    expect(await page.locator('[data-chosen]').count()).toBe(64)
  })

  it('a column is made wider by pulling; heading and first column stay while the sheet scrolls', async () => {
    const page = await open('grid-many', { width: 900 })
    const before = await page.locator('[data-head="3"]').boundingBox()
    await page.locator('[data-resize="implementer"]').hover()
    await page.mouse.down()
    await page.mouse.move((before?.x ?? 0) + (before?.width ?? 0) + 60, (before?.y ?? 0) + 10, { steps: 4 })
    await page.mouse.up()
    expect((await page.locator('[data-head="3"]').boundingBox())?.width).toBeGreaterThan(
      (before?.width ?? 0) + 50,
    )
    await page.evaluate(`document.querySelector('[role="grid"]').scrollTo(400, 2000)`)
    await expect.poll(async () => (await page.locator('[data-head="0"]').boundingBox())?.x).toBe(52)
    const top = (await page.getByRole('grid').boundingBox())?.y ?? 0
    expect((await page.locator('[data-head="0"]').boundingBox())?.y).toBeCloseTo(top + 1, 0)
    await press(page, 'Control+Home')
  })

  it('a cell that is being typed is taken over by Simpan and by a click elsewhere', async () => {
    const page = await open('grid-few')
    await cell(page, 0, 3).click()
    await page.keyboard.type('lewat tombol')
    await page.getByRole('button', { name: 'Simpan' }).click()
    expect(await value(page, 0, 3)).toBe('lewat tombol')
    await cell(page, 1, 3).click()
    await page.keyboard.type('lewat sel lain')
    await cell(page, 3, 0).click()
    expect(await value(page, 1, 3)).toBe('lewat sel lain')
  })
})
