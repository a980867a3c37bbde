import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeForm } from './forms.ts'
import { type Application, openApplication } from './harness.ts'
import { openWorkspace } from './window.ts'

/** The focused control, or what stands for it (the box of a password, the face of a radio button), as it is drawn. */
const drawn = `(() => {
  const here = document.activeElement
  if (here === null || here === document.body) return null
  const near = [here, here.parentElement, here.nextElementSibling].filter(Boolean)
  const clipped = (node) => {
    const box = node.getBoundingClientRect()
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX === 'visible') continue
      const around = up.getBoundingClientRect()
      if (box.left - 1 < around.left && box.right + 1 > around.right) return true
    }
    return false
  }
  const ring = (node) => {
    const { outlineStyle, outlineWidth, outlineColor, borderColor, boxShadow } = getComputedStyle(node)
    const outline = outlineStyle === 'none' || clipped(node) ? 'none' : [outlineStyle, outlineWidth, outlineColor].join(' ')
    return [outline, borderColor, boxShadow].join(' | ')
  }
  return { name: here.outerHTML.slice(0, 160), rings: near.map(ring), near }
})()`

/** Presses Tab through all that stands there, and gives what looks the same with the focus and without it. */
const unseen = async ({ page }: Application, steps: number): Promise<string[]> => {
  const faults: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(`(() => {
      const ringsOf = () => ${drawn}
      const on = ringsOf()
      if (on === null) return ''
      const here = document.activeElement
      here.blur()
      const near = [here, here.parentElement, here.nextElementSibling].filter(Boolean)
      const off = near.map((node) => {
        const { outlineStyle, outlineWidth, outlineColor, borderColor, boxShadow } = getComputedStyle(node)
        const outline = outlineStyle === 'none' ? 'none' : [outlineStyle, outlineWidth, outlineColor].join(' ')
        return [outline, borderColor, boxShadow].join(' | ')
      })
      here.focus()
      return on.rings.some((ring, at) => ring !== off[at]) ? '' : on.name
    })()`)
    if (typeof fault === 'string' && fault !== '') faults.push(fault)
  }
  return faults
}

const both = async (app: Application, steps: number): Promise<void> => {
  for (const dark of [false, true]) {
    await app.dark(dark)
    expect(await unseen(app, steps), dark ? 'dark' : 'light').toEqual([])
  }
  await app.dark(false)
}

describe('the focus is seen on every control', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
    await makeForm(app, { code: '1.02.01', name: 'Dinas Kesehatan' })
  }, 120_000)
  afterAll(() => app.stop())

  it('of the export, and the password of a certificate is where the keys go once its file is chosen', async () => {
    await app.page.getByRole('link', { name: 'Konsolidasi', exact: true }).first().click()
    await app.page.getByRole('button', { name: 'Ekspor' }).click()
    const dialog = app.page.getByRole('dialog')
    await dialog.getByText('PDF', { exact: true }).click()
    await dialog.getByText('Dengan berkas sertifikat').click()
    const before = await dialog.boundingBox()
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from('bukan') })
    const secret = app.page.getByLabel('Kata sandi sertifikat', { exact: true })
    await expect.poll(() => secret.evaluate((node) => node.matches(':focus'))).toBe(true)
    await app.page.keyboard.type('rahasia')
    await app.page.keyboard.press('Enter')
    await dialog.locator('[role=alert]').waitFor()
    expect(await dialog.boundingBox(), 'an error moves nothing').toEqual(before)
    await app.screenshot('ekspor-galat')
    await both(app, 22)
    await app.page.keyboard.press('Escape')
  })

  it('of the login', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await app.page.getByLabel('Kata sandi', { exact: true }).waitFor()
    await both(app, 6)
    await app.screenshot('masuk-fokus')
  })
})

describe('the focus is seen at the first start', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openApplication()
    await app.page.getByRole('heading', { name: 'Selamat datang di Selaras' }).waitFor()
  }, 120_000)
  afterAll(() => app.stop())

  it('on each control of its steps', async () => {
    await both(app, 8)
  })
})
