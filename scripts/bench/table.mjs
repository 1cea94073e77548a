/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value the median of the runs
 * @property {string} unit
 * @property {number} [goal] the value must not be above it
 *
 * @typedef {{ readonly name: string, readonly rows: readonly Row[], readonly error: string | null }} Bench
 */

/** @param {readonly Bench[]} benches */
export function benchTable(benches) {
  return ['| bench | what | median | goal | |', '|---|---|---:|---:|---|', ...benches.flatMap(benchLines)].join('\n');
}

/** @param {Bench} bench */
function benchLines({ name, rows, error }) {
  const lines = rows.map(({ what, value, unit, goal }) => {
    const verdict = goal === undefined ? '' : value <= goal ? 'ok' : 'MISSED';
    return `| ${name} | ${what} | ${round(value)} ${unit} | ${goal === undefined ? '' : `${round(goal)} ${unit}`} | ${verdict} |`;
  });
  return error === null ? lines : [...lines, `| ${name} | ${error.split('\n')[0]} | | | FAILED |`];
}

/** Three significant figures: more would be noise. @param {number} value */
function round(value) {
  return String(Number(value.toPrecision(3)));
}
