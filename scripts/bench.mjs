// npm run bench [-- part of a file name]: runs tests/perf/*.bench.ts one after the other and prints one table.
import { fork } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchTable } from './bench/table.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { messages } from './lib/messages.mjs';
import { root, toolNode } from './lib/paths.mjs';
import { Refusal, runMain, say } from './lib/say.mjs';

const folder = path.join(root, 'tests/perf');
const runOne = fileURLToPath(new URL('./bench/run-one.mjs', import.meta.url));

runMain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const wanted = process.argv[2] ?? '';
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const files = present.filter((file) => file.endsWith('.bench.ts') && file.includes(wanted));
  /** @type {import('./bench/table.mjs').Bench[]} */
  const benches = [];
  for (const file of files.sort()) {
    say(`== ${file}`);
    benches.push(await measure(file));
  }
  process.stdout.write(`\n${benchTable(benches)}\n`);
  const missed = benches.some(
    (bench) => bench.error !== null || bench.rows.some((row) => row.goal !== undefined && row.value > row.goal),
  );
  process.exitCode = missed || benches.length === 0 ? 1 : 0;
});

/**
 * Each file runs in a process of its own, so that one's memory and warm caches are not another's.
 * @param {string} file
 * @returns {Promise<import('./bench/table.mjs').Bench>}
 */
function measure(file) {
  const node = toolNode();
  if (node === null) throw new Refusal(messages.nodeMissing);
  return new Promise((resolve) => {
    const child = fork(runOne, [path.join(folder, file)], { execPath: node, cwd: root, execArgv: ['--expose-gc'] });
    /** @type {import('./bench/table.mjs').Bench} */
    let bench = { name: file, rows: [], error: 'ended without a result' };
    child.on('message', (/** @type {any} the shape run-one.mjs sends */ message) => {
      bench = message;
    });
    child.on('exit', () => resolve(bench));
  });
}
