// Runs one bench file in a process of its own and sends its rows to the parent.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const file = process.argv[2] ?? '';
/** @type {(bench: import('./table.mjs').Bench) => void} */
const answer = (bench) => {
  process.send?.(bench, () => process.exit(0));
};

try {
  const { name, run } = await import(pathToFileURL(file).href);
  answer({ name, rows: await run(), error: null });
} catch (error) {
  console.error(error);
  answer({ name: path.basename(file), rows: [], error: String(error) });
}
