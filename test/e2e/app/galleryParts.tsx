import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import {
  ConfirmPassword,
  DateText,
  DropZone,
  ErrorText,
  Figure,
  Figures,
  generalKeys,
  KeyHelp,
  listKeys,
  MoneyText,
  Notice,
  type PickedFile,
  ProgressNotice,
  StatusMark,
  showNotice,
  statusNames,
  ThinBar,
  usePlainKey,
} from '../../../renderer/ui/index.ts'

const Sheet = ({ children }: { children: React.ReactNode }) => (
  <main style={{ height: '100%', overflow: 'auto' }}>
    <div style={{ maxWidth: 880, margin: '0 auto', padding: 24, display: 'grid', gap: 20 }}>
      <h1 style={{ fontSize: 20, margin: 0 }}>Komponen</h1>
      {children}
    </div>
  </main>
)

const Parts = () => (
  <Sheet>
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 24px' }}>
      {statusNames.map((status) => (
        <StatusMark key={status} status={status} />
      ))}
    </div>
    <Figures>
      <Figure
        label="Jumlah usulan"
        value="Rp186.000.000"
        note="11 dari 17 baris berbiaya"
        onOpen={() => {}}
      />
      <Figure label="APBD" value="Rp150.000.000" onOpen={() => {}} />
      <Figure label="Belum dibaca" value="3 baris" tone="warn" />
    </Figures>
    <ErrorText
      message="Baris 7, kolom Sumber daya: ‘sesuai DPA’ tidak terbaca sebagai jumlah. Teks aslinya disimpan; isi jumlahnya atau biarkan kosong."
      detail="AmountUnreadable row=7 column=resources"
    />
    <ErrorText inline message="NIP terdiri atas 18 angka; yang tertulis 17. Periksa lagi." />
    <Notice message="Anggaran Dinas Kesehatan diimpor: 17 baris." onUndo={() => {}} />
    <Notice tone="attention" message="2 OPD mengirim formulir baru setelah konsolidasi terakhir." />
    <ThinBar />
    <ProgressNotice
      label="Membaca Anggaran Dinas Kesehatan.docx"
      done={4200}
      total={12000}
      elapsed={8000}
      onCancel={() => {}}
    />
    <ProgressNotice
      label="Menyusun PDF"
      done={0}
      total={null}
      elapsed={2000}
      onCancel={() => {}}
      cancelling
    />
    <div style={{ display: 'flex', gap: 24 }}>
      <MoneyText value={186_000_000} />
      <MoneyText value={186_000_000} unit />
      <MoneyText value={null} />
      <DateText value="2026-11-21" />
      <DateText value="2026-11-21" long />
      <DateText value={1_795_245_000_000} />
    </div>
  </Sheet>
)

const Drop = () => {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  return (
    <Sheet>
      <DropZone
        onFiles={setFiles}
        title="Letakkan formulir anggaran di sini"
        hint="Word (.docx), Excel (.xlsx), atau CSV; beberapa sekaligus boleh"
        accept={['.docx', '.xlsx', '.csv']}
        acceptWords="berkas Word, Excel, atau CSV"
        limit={20_000_000}
        paste
      />
      <DropZone onFiles={setFiles} small title="Lampirkan berkas" />
      <output data-testid="files">
        {files.map(({ name, bytes }) => `${name}:${bytes.length}`).join(' ')}
      </output>
    </Sheet>
  )
}

const Dialogs = () => {
  const [asking, setAsking] = useState(false)
  const [help, setHelp] = useState(false)
  const [done, setDone] = useState('')
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  return (
    <Sheet>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button onClick={() => setAsking(true)}>Pulihkan</Button>
        <Button
          variant="default"
          onClick={() =>
            showNotice({
              message: 'Formulir dikembalikan ke Dinas Kesehatan.',
              onUndo: () => setDone('diurungkan'),
            })
          }
        >
          Kembalikan
        </Button>
        <Button
          variant="default"
          onClick={() =>
            showNotice({
              tone: 'failed',
              message:
                'Berkas belum tertulis karena ruang penyimpanan penuh. Data Anda aman; kosongkan ruang lalu coba lagi.',
            })
          }
        >
          Ekspor
        </Button>
      </div>
      <output data-testid="done">{done}</output>
      <ConfirmPassword
        opened={asking}
        onClose={() => setAsking(false)}
        title="Pulihkan dari salinan data?"
        consequence="Semua isian sejak 20 November 2026 pukul 16.00 WIB pada komputer ini akan diganti dengan isi salinan data."
        confirmLabel="Pulihkan"
        onConfirm={async (password) => {
          if (password !== 'benar') return 'Kata sandi tidak cocok. Tidak ada yang diubah; coba lagi.'
          setAsking(false)
          setDone('dipulihkan')
          return null
        }}
      />
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={[generalKeys, listKeys]} />
    </Sheet>
  )
}

export const partScenes = { parts: Parts, drop: Drop, dialogs: Dialogs }
