import { expect, it } from 'vitest'
import { picture } from './gallery.ts'
import { group, press, putText, violations, withGallery } from './galleryTest.ts'

const open = withGallery()

group('the list', () => {
  it('“/” searches, arrows walk, Enter opens, and sorting and filters are asked of the source', async () => {
    const page = await open('list-split')
    await page.getByText('6 baris').waitFor()
    await press(page, '/')
    await page.keyboard.type('pendidikan')
    await page.getByText('1 baris').waitFor()
    await press(page, 'Escape')
    await page.getByText('6 baris').waitFor()
    await press(page, 'Escape', 'ArrowDown', 'ArrowDown', 'Enter')
    await page.getByRole('region', { name: 'Bappeda Litbang' }).waitFor()
    await page.getByRole('button', { name: 'Tutup panel' }).click()
    await page.getByRole('button', { name: 'Jumlah (Rp)' }).click()
    expect(await page.getByRole('columnheader', { name: 'Jumlah (Rp)' }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    await expect
      .poll(() => page.locator('[data-index="0"]').innerText())
      .toContain('Kecamatan Prabumulih Timur')
  })

  it('says that it loads again without breaking the grid', async () => {
    const page = await open('list-again')
    await page.getByText('6 baris').waitFor()
    await page.getByRole('button', { name: 'Jumlah (Rp)' }).click()
    await page.getByRole('grid').and(page.locator('[aria-busy="true"]')).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('Space and Shift select, and the bar says how many', async () => {
    const page = await open('list-few')
    await page.getByText('6 baris').waitFor()
    await page.getByRole('grid').focus()
    await press(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await page.getByText('3 dipilih').waitFor()
    await press(page, 'Control+A')
    await page.getByRole('button', { name: 'Kunci 6 formulir' }).waitFor()
    await press(page, 'Escape')
    await page.getByText('6 baris').waitFor()
  })

  it('nothing found, nothing there, waiting and failing each say what to do', async () => {
    const page = await open('list-few')
    await page.getByLabel('Cari dalam daftar').fill('zzz')
    await page.getByText('Tidak ada baris yang cocok dengan “zzz”.').waitFor()
    await page.getByRole('button', { name: 'Kosongkan pencarian' }).click()
    await page.getByText('6 baris').waitFor()
    const failing = await open('list-error')
    await failing.getByRole('button', { name: 'Coba lagi' }).waitFor()
  })
})

group('forms, files and questions', () => {
  it('Ctrl+S saves only what was changed; Esc asks before something would be lost', async () => {
    const page = await open('form')
    await page.getByLabel('Output').fill('SIM Kesehatan')
    await page.getByLabel('Jumlah usulan').fill('1500000')
    expect(await page.getByLabel('Jumlah usulan').inputValue()).toBe('1.500.000')
    await page.getByLabel('Diterima').fill('3/2/27')
    await press(page, 'Control+s')
    await expect
      .poll(() => page.getByTestId('saved').innerText())
      .toBe('{"received":"2027-02-03","title":"SIM Kesehatan","amount":1500000}')
    await page.getByLabel('Output').fill('Lain')
    await press(page, 'Escape')
    await page.getByText('Isian yang Anda ubah akan hilang').waitFor()
    await page.getByRole('button', { name: 'Lanjutkan mengisi' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByLabel('Output').focus()
    await press(page, 'Escape')
    await page.getByRole('button', { name: 'Tutup tanpa menyimpan' }).click()
    await page.getByTestId('closed').waitFor()
  })

  it('Esc while it saves waits for the save, and leaves without a question; once more asks', async () => {
    const page = await open('form-slow')
    await page.getByLabel('Output').fill('SIM Kesehatan')
    await press(page, 'Control+s', 'Escape')
    expect(await page.getByTestId('closed').count()).toBe(0)
    await page.evaluate(`dispatchEvent(new Event('saved'))`)
    await page.getByTestId('closed').waitFor()
    const again = await open('form-slow')
    await again.getByLabel('Output').fill('SIM Kesehatan')
    await press(again, 'Control+s', 'Escape', 'Escape')
    await again.getByText('Isian yang Anda ubah akan hilang').waitFor()
  })

  it('a refused save puts each sentence beside its field and the focus into the first', async () => {
    const page = await open('form-refused')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tanggal diterima lebih akhir dari hari ini').waitFor()
    expect(await page.evaluate('document.activeElement.name')).toBe('received')
    expect(await page.getByLabel('Diterima').getAttribute('aria-invalid')).toBe('true')
    expect(await violations(page)).toEqual([])
    await picture(page, 'form-refused-shown')
  })

  it('a reference is searched for while typing', async () => {
    const page = await open('form')
    await page.getByRole('combobox', { name: 'OPD' }).fill('bappeda')
    await page.getByRole('option', { name: 'Bappeda Litbang' }).click()
    await press(page, 'Control+s')
    await expect.poll(() => page.getByTestId('saved').innerText()).toBe('{"opd":"Bappeda Litbang"}')
  })

  it('files come in by choosing, and a table by Ctrl+V; a wrong kind is named', async () => {
    const page = await open('drop')
    const input = page.locator('input[type="file"]').first()
    await input.setInputFiles([
      { name: 'a.docx', mimeType: '', buffer: Buffer.from('abc') },
      { name: 'b.exe', mimeType: '', buffer: Buffer.from('x') },
    ])
    await expect.poll(() => page.getByTestId('files').innerText()).toBe('a.docx:3')
    await page.getByText('“b.exe” bukan berkas Word, Excel, atau CSV').waitFor()
    await page.getByRole('group', { name: 'Letakkan formulir anggaran di sini' }).focus()
    await putText(page, 'a\tb')
    await press(page, 'Control+V')
    await expect.poll(() => page.getByTestId('files').innerText()).toBe('Tabel tempelan.tsv:3')
  })

  it('the password is asked for what cannot be undone; what can be undone is offered back', async () => {
    const page = await open('dialogs')
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    await page.getByLabel('Kata sandi Anda').fill('salah')
    await press(page, 'Enter')
    await page.getByText('Kata sandi tidak cocok').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'confirm-password')
    await page.getByLabel('Kata sandi Anda').fill('benar')
    await press(page, 'Enter')
    await expect.poll(() => page.getByTestId('done').innerText()).toBe('dipulihkan')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Kembalikan' }).click()
    await page.getByRole('button', { name: 'Ekspor' }).click()
    await page.getByText('ruang penyimpanan penuh').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'notices')
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await expect.poll(() => page.getByTestId('done').innerText()).toBe('diurungkan')
  })

  it('“?” shows the keys', async () => {
    const page = await open('dialogs')
    await press(page, '?')
    await page.getByRole('dialog', { name: 'Tombol di layar ini' }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'key-help')
    await press(page, 'Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })
})

const scenes = [
  'list-many',
  'list-few',
  'list-split',
  'list-empty',
  'list-busy',
  'list-error',
  'grid-few',
  'grid-many',
  'grid-empty',
  'grid-readonly',
  'form',
  'form-busy',
  'form-readonly',
  'history',
  'history-empty',
  'parts',
  'drop',
  'dialogs',
]

group('every component', () => {
  it.each(scenes)('%s is clean for axe, in light and in dark', async (scene) => {
    const page = await open(scene)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      await picture(page, `${scene}-${colorScheme}`)
      expect(await violations(page, colorScheme === 'light' ? 'all' : 'colours')).toEqual([])
    }
  })

  it('stands on a tablet with 40 px rows', async () => {
    const page = await open('list-few', { width: 1280, height: 800, touch: true })
    await page.getByText('6 baris').waitFor()
    expect((await page.locator('[data-index="0"]').boundingBox())?.height).toBe(40)
    await picture(page, 'list-few-touch')
  })
})
