import { passwordTexts } from '../../texts/password.ts'

const shortest = 12
const longest = 256

/** Of the passwords most used in the world and here, those long enough to get past the length. */
const common = new Set([
  '123456789012',
  '1234567890123',
  '12345678910',
  '123456789101',
  '1234567890qw',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopas',
  'qwerty123456',
  'qwerty1234567',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'zaq12wsxcde3',
  'asdfghjkl123',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'p@ssw0rd1234',
  'p@ssword1234',
  'administrator',
  'administrator1',
  'admin1234567',
  'admin12345678',
  'adminadminadmin',
  'iloveyou1234',
  'iloveyouforever',
  'letmein12345',
  'welcome12345',
  'welcome123456',
  'changeme1234',
  'unbelievable',
  'manchesterunited',
  'abcdefghijkl',
  'abcdefghijklmnop',
  'abc123456789',
  'abcd12345678',
  'a123456789012',
  'aa1234567890',
  'google123456',
  'facebook1234',
  'superman1234',
  'football1234',
  'bismillah123',
  'bismillah1234',
  'bismillahirrahmanirrahim',
  'alhamdulillah',
  'alhamdulillah1',
  'indonesia123',
  'indonesia1234',
  'indonesia1945',
  'indonesiaraya',
  'merdeka12345',
  'pancasila1945',
  'sayangkamu123',
  'akusayangkamu',
  'akucintakamu',
  'katasandi1234',
  'katasandi123456',
  'rahasia12345',
  'rahasia123456',
  'kominfo12345',
  'diskominfo123',
  'diskominfo1234',
  'selamatpagi1',
  'prabumulih123',
  'singkawang123',
  'walikota12345',
  'jakarta12345',
  'palembang123',
  'persib123456',
  'doraemon1234',
  'naruto123456',
])

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]

const isRun = (text: string): boolean => rows.some((row) => row.includes(text)) || /^(.{1,4})\1+$/u.test(text)

const plainOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Why a password is not strong enough, as a sentence; null when it is. No composition and no rotation rules (ASVS 5.0 6.2).
 * `context`: words that an outsider would try first: name, NIP, city, agency.
 */
export const checkPassword = (password: string, context: readonly string[]): string | null => {
  const length = [...password].length
  if (length < shortest) return passwordTexts.tooShort(shortest, length)
  if (length > longest) return passwordTexts.tooLong(longest)
  const plain = plainOf(password)
  if (common.has(password.toLowerCase()) || common.has(plain) || isRun(plain)) return passwordTexts.common
  const words = context.flatMap((entry) => [plainOf(entry), ...entry.toLowerCase().split(/[^\p{L}\p{N}]+/u)])
  const used = words.find(
    (word) => word.length >= 5 && plain.includes(word) && plain.length - word.length < 8,
  )
  return used === undefined ? null : passwordTexts.context(used)
}
