import { statfsSync } from 'node:fs'

/** File system types of Linux that live on another machine: NFS, SMB, CIFS, SMB2, 9P, AFS, Coda, Ceph, FUSE's sshfs is not told apart. */
const remote = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x73757245, 0x00c36400,
])

/** SQLite's locks cannot be trusted over a network. Windows: a UNC path; Linux: the file system's type. */
export const isNetworkFolder = (folder: string): boolean => {
  if (/^(\\\\|\/\/)/.test(folder)) return true
  if (process.platform !== 'linux') return false
  return remote.has(statfsSync(folder).type >>> 0)
}
