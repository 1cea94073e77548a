import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CANDIDATES = ['soffice', 'soffice.exe', 'libreoffice'];
const FOLDERS = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];

/** LibreOffice on this machine, the second opinion on the files we write; undefined when there is none. */
export const soffice = FOLDERS.flatMap((folder) => CANDIDATES.map((name) => join(folder, name))).find(existsSync);

export const NO_SOFFICE = 'LibreOffice (soffice) is not installed here, so its second opinion is missing';

/** What LibreOffice makes of a workbook, converted to `format` ('xlsx', 'fods', 'pdf'). */
export function convertWithSoffice(bytes: Uint8Array, format: string): Buffer {
  if (soffice === undefined) throw new Error(NO_SOFFICE);
  const folder = mkdtempSync(join(tmpdir(), 'soffice-'));
  try {
    const source = join(folder, 'book.xlsx');
    const profile = pathToFileURL(join(folder, 'profile')).href;
    writeFileSync(source, bytes);
    const output = join(folder, 'out');
    const options = ['--headless', '--convert-to', format, '--outdir', output, source];
    execFileSync(soffice, [`-env:UserInstallation=${profile}`, ...options], { stdio: 'ignore', timeout: 90_000 });
    return readFileSync(join(output, `book.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
