import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test as setup } from '@playwright/test'
import { unzipSync } from 'fflate'
import { archiveFile, unpacked } from './archive.ts'

setup('the archive is unpacked into an empty folder', () => {
  rmSync(unpacked, { recursive: true, force: true })
  for (const [name, content] of Object.entries(unzipSync(readFileSync(archiveFile())))) {
    const file = join(unpacked, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
})
