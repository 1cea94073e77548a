// node scripts/make-postal-table.mjs FILE YYYY-MM: makes the bundled table of postal codes from Japan Post's list of the whole
// country (CSV or the zip of it) of that month.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';
import { Refusal, runMain, say } from './lib/say.mjs';
import { messages } from './lib/messages.mjs';

const folder = path.join(root, 'electron/core/postal');
/** @type {(file: string) => Promise<any>} the core is typed by itself */
const load = (file) => import(pathToFileURL(path.join(folder, file)).href);

runMain(async () => {
  const [file, month] = process.argv.slice(2);
  if (file === undefined || !/^\d{4}-\d{2}$/.test(month ?? '')) throw new Refusal(messages.postalUsage);
  const { readPostalFile } = await load('read-postal-file.ts');
  const { encodePostalTable } = await load('postal-table.ts');
  const { bundledTableFile } = await load('postal-codes.ts');
  const read = await readPostalFile(file);
  if (!read.ok) throw new Refusal(read.reason);
  const bytes = encodePostalTable(read.entries, month);
  writeFileSync(path.join(folder, bundledTableFile), bytes);
  say(messages.postalMade(read.entries.length, bytes.length));
});
