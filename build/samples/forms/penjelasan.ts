import { row } from '../form.ts'

const apbd = (millions: number) => [`APBD : ${millions} Juta`, { APBD: millions * 1e6 }] as const

const architecture = 'Arsitektur Sistem'
const data = 'Pengembangan master data'
const application = 'Pengembangan Aplikasi'
const infrastructure = 'Infrastruktur'
const people = 'SDM Pengelola'
const rules = 'Tata Kelola'
const future = 'Perencanaan keberlanjutan system'
const format = 'Format Data yang Dibutuhkan dan yang akan dihasilkan'

/** The form of the Penjelasan of Pasal 6 ayat (4), as printed. The files themselves are not made here. */
export const penjelasan = {
  file: 'penjelasan-pasal-6-ayat-4.docx',
  opd: '2.08.01',
  outputs: [
    {
      title: 'Pengembangan SIM PKK',
      rows: [
        row(architecture, 'Business Process Reengineering', 'TOGAF', 'Vendor', '1 Bulan', ...apbd(10)),
        row(architecture, 'Sosialisasi', 'FGD', 'KOMINFO', '1 Hari', ...apbd(20)),
        row(data, format, '', 'KOMINFO dan VENDOR', '1 Bulan', ...apbd(10)),
        row(data, format, '', 'KOMINFO dan VENDOR', '1 Bulan', ...apbd(10)),
        row(data, 'DFD', '', 'VENDOR', '1 Bulan', ...apbd(10)),
        row(application, 'System Analys', '', 'VENDOR', '2 minggu', ...apbd(10)),
        row(application, 'Coding', 'PhP, My SQL', 'VENDOR', '4 Bulan', ...apbd(50)),
        row(application, 'Testing', '', 'Kantor KOMINFO', '2 Hari, 5 Kali', ...apbd(5)),
        row(
          application,
          'Uji Petik',
          'Uji Coba Pada Sample Implementasi',
          'KOMINFO',
          '1 Hari, 2 Kali',
          ...apbd(40),
        ),
        row(infrastructure, 'Instalasi Perangkat', '', 'Kantor KOMINFO', '2 Hari', ...apbd(1)),
        row(infrastructure, 'Instalasi Jaringan', '', 'Kantor KOMINFO', '1 Bulan', ...apbd(20)),
        row(people, 'Pelatihan Penggunaan System', 'Workshop', 'VENDOR', '2 Hari'),
        row(people, 'Pelatihan Administrator', 'Workshop', 'VENDOR', '1 Hari'),
        row(rules, 'Penyusunan Dan penetapan regulasi', 'Rapat', 'KOMINFO', '1 Bulan'),
        row(rules, 'Penyusunan dan Penetapan SOP Pengguna dan administrator', 'Rapat', 'KOMINFO', '1 Bulan'),
        row(future, 'Penyusunan dan penetapan perencanaan', 'Rapat', 'VENDOR', '1 Bulan'),
        row(future, 'Review Berkala', 'Rapat', 'KOMINFO', '1 Bulan'),
      ],
    },
  ],
}
