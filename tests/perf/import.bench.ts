import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from 'xlsx';
import { createCore } from '#core/create-core.ts';
import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { withFolder } from './support/bench-folder.ts';
import { type BenchRow, median, runs, timed } from './support/measure.ts';

export const name = 'import of the R7 register';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'tests/fixtures/登録団体一覧_R7.xlsx');
const readWithSheetJs = `
  import { readFileSync } from 'node:fs';
  import * as XLSX from 'xlsx';
  XLSX.read(readFileSync(process.argv[1]));
`;

/**
 * End to end against SheetJS merely reading the file, turn by turn in one run. Two comparisons of like with like: whole
 * processes (`daicho import` into a new ledger: start, read in the parser's process, recognise, compare, write, end), and
 * warm in one process (upload, preview, apply, as in the running program; the parser's process is kept, as there).
 */
export function run(): Promise<BenchRow[]> {
  return withFolder(async (folder) => [...wholeProcesses(folder), ...(await warm(folder))]);
}

function wholeProcesses(folder: string): BenchRow[] {
  const own: number[] = [];
  const sheetJs: number[] = [];
  for (let index = 0; index <= runs; index += 1) {
    const ledger = path.join(folder, `${index}.daicho`);
    const cli = [
      path.join(root, 'out/main/cli.js'),
      'import',
      file,
      '--ledger',
      ledger,
      '--data-dir',
      path.join(folder, 'data'),
    ];
    own.push(time(() => execFileSync(process.execPath, cli, { stdio: 'ignore' })));
    sheetJs.push(
      time(() =>
        execFileSync(process.execPath, ['--input-type=module', '-e', readWithSheetJs, file], {
          cwd: root,
          stdio: 'ignore',
        }),
      ),
    );
  }
  return rows('whole process', own, sheetJs);
}

async function warm(folder: string): Promise<BenchRow[]> {
  const core = createCore({
    dataDir: path.join(folder, 'warm'),
    shell: 'in-process',
    version: '0',
    parser: createNodeParserHost(),
    emit: () => undefined,
  });
  const client = createClient({ call: core.dispatch, subscribe: () => () => undefined });
  const own: number[] = [];
  const sheetJs: number[] = [];
  for (let index = 0; index <= 2 * runs; index += 1) {
    await client.call('ledger.create', { title: `計測 ${index}` });
    const { uploadId } = core.registerUploadPath(file);
    own.push(await timed(() => importInto(client, uploadId)));
    sheetJs.push(time(() => XLSX.read(readFileSync(file))));
  }
  await core.close();
  return rows('warm', own.slice(-runs - 1), sheetJs.slice(-runs - 1));
}

async function importInto(client: Client, uploadId: string): Promise<void> {
  const { importId } = await client.call('imports.analyze', { uploadId, choices: {} });
  const { added } = await client.call('imports.apply', { importId });
  if (added !== 254) throw new Error(`${added} groups instead of 254`);
}

/** The first turn of each warms the disk's cache and is not counted. */
function rows(how: string, own: readonly number[], sheetJs: readonly number[]): BenchRow[] {
  const ratios = own.map((value, index) => value / (sheetJs[index] ?? Number.NaN));
  return [
    { what: `${how}: import / SheetJS reading`, value: median(ratios.slice(1)), unit: 'x', goal: 2 },
    { what: `${how}: import`, value: median(own.slice(1)), unit: 'ms' },
    { what: `${how}: SheetJS reading`, value: median(sheetJs.slice(1)), unit: 'ms' },
  ];
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
