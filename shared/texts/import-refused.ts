import { spoken } from './terms.ts'

/** Why a file cannot be read, and what to do: one sentence each, after the name of the file. */
export const refusedTexts = spoken({
  Empty: 'Berkas kosong; minta berkas yang berisi formulir.',
  TooBig: 'Berkas lebih besar dari 25 MB; simpan formulirnya saja, tanpa gambar, lalu impor lagi.',
  TooMuchContent:
    'Isi berkas jauh melebihi sebuah formulir sehingga tidak dibaca; salin tabel formulirnya ke berkas baru lalu impor lagi.',
  ZipBomb:
    'Berkas mengembang menjadi jauh lebih besar dari ukurannya dan mungkin berbahaya, sehingga tidak dibuka; minta berkas aslinya dari OPD.',
  ZipUnsafe:
    'Susunan berkas tidak aman (nama bagian di dalamnya tidak lazim), sehingga tidak dibuka; minta berkas aslinya dari OPD.',
  Damaged:
    'Berkas rusak atau tidak lengkap; minta OPD mengirim ulang, atau buka di Word atau Excel lalu simpan ulang.',
  UnsafeXml:
    'Berkas memuat definisi yang tidak boleh ada dalam dokumen Word atau Excel, sehingga tidak dibaca; buka di Word atau Excel lalu simpan ulang.',
  Password:
    'Berkas dilindungi kata sandi; buka di Word atau Excel, hapus kata sandinya lewat Berkas → Info → Proteksi, simpan, lalu impor lagi.',
  LegacyXls:
    'Berkas Excel lama (.xls); buka di Excel, pilih Berkas → Simpan Sebagai → Excel Workbook (.xlsx), lalu impor lagi.',
  LegacyDoc:
    'Berkas Word lama (.doc); buka di Word, pilih Berkas → Simpan Sebagai → Word Document (.docx), lalu impor lagi.',
  LegacyOffice:
    'Berkas Office lama; buka di Word atau Excel, pilih Berkas → Simpan Sebagai → .docx atau .xlsx, lalu impor lagi.',
  BinaryWorkbook:
    'Berkas Excel biner (.xlsb); buka di Excel, pilih Berkas → Simpan Sebagai → Excel Workbook (.xlsx), lalu impor lagi.',
  OpenDocument:
    'Berkas OpenDocument (.ods atau .odt); buka di LibreOffice, pilih Berkas → Simpan Sebagai → Excel (.xlsx) atau Word (.docx), lalu impor lagi.',
  RichText:
    'Berkas RTF; buka di Word, pilih Berkas → Simpan Sebagai → Word Document (.docx), lalu impor lagi.',
  Pdf: 'Berkas ini PDF, bukan formulir Word atau Excel; minta berkas Word atau Excel-nya dari OPD.',
  Image: 'Berkas ini gambar, bukan formulir Word atau Excel; minta berkas Word atau Excel-nya dari OPD.',
  Presentation:
    'Berkas ini PowerPoint, bukan formulir Word atau Excel; salin tabelnya ke Excel lalu impor lagi.',
  Archive: 'Berkas ini arsip; keluarkan dahulu formulir di dalamnya, lalu impor berkas Word atau Excel-nya.',
  Program: 'Berkas ini program, bukan formulir; jangan dibuka, dan minta formulirnya dari OPD.',
  Unknown: 'Jenis berkas tidak dikenal; impor berkas Word (.docx), Excel (.xlsx), atau CSV.',
  TooManyColumns:
    'Tabel memuat lebih dari 200 kolom, padahal formulir paling banyak belasan; salin tabel formulirnya ke berkas baru lalu impor lagi.',
  TooManyRows: 'Tabel memuat lebih dari 20.000 baris; bagilah menjadi beberapa berkas lalu impor lagi.',
  TooManySheets:
    'Berkas memuat lebih dari 100 lembar; salin lembar formulirnya ke berkas baru lalu impor lagi.',
  TooSlow:
    'Berkas terlalu rumit untuk dibaca dalam batas waktu; salin tabel formulirnya ke berkas baru lalu impor lagi.',
  TooHungry:
    'Berkas memerlukan terlalu banyak memori; salin tabel formulirnya ke berkas baru lalu impor lagi.',
  Crashed:
    'Berkas ini menghentikan pembacaan sehingga dilewati; salin tabel formulirnya ke berkas baru lalu impor lagi.',
  Stopped: 'Pembacaan dibatalkan sebelum berkas ini selesai; impor lagi bila diperlukan.',
  FormNotFound:
    'Tabel formulir tidak ditemukan; pastikan ada judul kolom seperti Output, Tahap Pelaksanaan, Pelaksana, Durasi, dan Sumber daya.',
} as const)
export type RefusalType = keyof typeof refusedTexts
