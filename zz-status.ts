// scratch: node zz-status.ts FILE... ; compares with FILE.expected.json
import { existsSync, readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import { chooseSheet } from '#core/imports/choose-sheet.ts';
import { buildStatusListSheet } from '#core/excel/write/status-list-layout.ts';
import { writeXlsx } from '#core/excel/write/write-xlsx.ts';
import { createLedger } from '#db/open.ts';
import { createReader } from '#db/reader.ts';
import { listMeasures, listPlans } from '#db/queries/measures.ts';
import { write } from '#db/write-tx.ts';
const verbose = process.argv.includes('-v');
const args = process.argv.slice(2).filter((a) => a !== '-v');
const importers = [organizationsImporter, statusListImporter];
let clock = Date.UTC(2026, 3, 1);
async function look(ledger, file, choices = {}) {
  const wb = await parseWorkbook(readFileSync(file));
  const chosen = chooseSheet(wb, importers, { choices, fileName: path.basename(file) });
  if (chosen.importer === null) return { chosen, analysis: null };
  const analysis = chosen.importer.analyze({ sheet: chosen.sheet, fileName: path.basename(file), reader: createReader(ledger.connection), choices, today: '2026-05-10' });
  return { chosen, analysis };
}
function apply(ledger, analysis) {
  clock += 1000;
  return write(ledger, { command: 't', label: '取込', actor: 't', now: new Date(clock) }, (tx) => analysis.apply(tx, () => undefined));
}
function printed(ledger, fy) {
  const plans = listPlans(ledger);
  return plans.flatMap((p) => listMeasures(ledger, p.id, fy).rows.map((row) => {
    const t = `${'  '.repeat(row.depth)}${row.numberRaw}|${row.name}${row.repostLabel}`;
    return row.kind === 'heading' ? t : `${t}|${row.mark.text}|${row.disposition.text}|${(row.note ?? '').replaceAll('\n', '⏎')}${row.noteSharedBy.length ? ` {${row.noteSharedBy.join(',')}}` : ''}`;
  }));
}
function diff(label, got, want) {
  const a = got, b = want; let bad = 0;
  const n = Math.max(a.length, b.length);
  // simple LCS diff
  const L = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) L[i][j] = a[i] === b[j] ? L[i + 1][j + 1] + 1 : Math.max(L[i + 1][j], L[i][j + 1]);
  let i = 0, j = 0; const out = [];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { i++; j++; }
    else if (j < b.length && (i >= a.length || L[i][j + 1] >= L[i + 1][j])) { out.push(`   - want ${b[j++]}`); bad++; }
    else { out.push(`   + got  ${a[i++]}`); bad++; }
  }
  if (bad) console.log(`  ✗ ${label}\n${out.slice(0, 40).join('\n')}`);
  return bad;
}
const counts = (rows) => { const c = {}; for (const r of rows) c[r.action] = (c[r.action] ?? 0) + 1; return JSON.stringify(c); };
let failed = [];
for (const file of args) {
  const dir = mkdtempSync(path.join(tmpdir(), 'st-'));
  const ledger = createLedger(path.join(dir, 'x.daicho'), 't');
  let bad = 0;
  console.log(`== ${path.basename(file)}`);
  try {
    const stem = file.replace(/\.(xlsx|ods|xls|csv)$/, '');
    const exp = existsSync(`${stem}.expected.json`) ? JSON.parse(readFileSync(`${stem}.expected.json`, 'utf8')) : null;
    const { chosen, analysis } = await look(ledger, file);
    if (analysis === null || analysis.kind !== 'status-list') { console.log('  ✗ kind', analysis?.kind ?? 'unknown', chosen.rated.map((r) => `${r.sheet.name}:${r.kind}:${r.score.toFixed(2)}`).join(' ')); bad++; }
    if (analysis) {
      if (verbose) console.log('  sheets', chosen.rated.map((r) => `${r.sheet.name}:${r.kind}:${r.score.toFixed(2)}`).join(' '), '\n  cols', analysis.columns.map((c) => `${c.letter}${c.header.replaceAll('\n','⏎')}=${c.field}`).join(' | '));
      apply(ledger, analysis);
      const got = printed(ledger);
      if (exp) {
        bad += diff('lines', got, exp.lines);
        if (exp.title !== undefined && exp.title !== analysis.planTitle) { bad++; console.log('  ✗ title', analysis.planTitle, 'want', exp.title); }
        if (exp.year !== undefined && exp.year !== analysis.fiscalYear) { bad++; console.log('  ✗ year', analysis.fiscalYear, 'want', exp.year); }
        const plan = listPlans(ledger)[0];
        if (exp.marks && plan && JSON.stringify(Object.entries(plan.marks).sort()) !== JSON.stringify(Object.entries(exp.marks).sort())) { bad++; console.log('  ✗ marks', JSON.stringify(plan.marks), 'want', JSON.stringify(exp.marks)); }
        if (plan && exp.labels && JSON.stringify(exp.labels) !== JSON.stringify(listMeasures(ledger, plan.id).levelLabels)) { bad++; console.log('  ✗ labels', listMeasures(ledger, plan.id).levelLabels); }
      } else console.log(got.map((l) => '   ' + l).join('\n'));
      const checks = analysis.rows.filter((r) => r.action === 'check');
      for (const c of checks) console.log(`  ? check ${c.row} ${c.title}: ${c.reason}`);
      for (const w of analysis.warnings) console.log('  !', w);
      const reasons = {}; for (const r of analysis.rows) if (r.action === 'skip') (reasons[r.reason] ??= []).push(r.row);
      console.log('  skip', Object.entries(reasons).map(([k, v]) => `${k}:${v.slice(0, 8)}`).join(' / '));
      const fx = {}; for (const r of analysis.rows) for (const f of r.fixes) (fx[f] ??= []).push(r.row);
      for (const [k, v] of Object.entries(fx).slice(0, verbose ? 100 : 12)) console.log('  ~', k, v.slice(0, 6).join(','));
      const again = await look(ledger, file);
      const w = apply(ledger, again.analysis);
      if (w.changeSetId !== null) { bad++; console.log('  ✗ second import writes', w.changes, counts(again.analysis.rows), again.analysis.rows.filter((r) => !['same', 'skip'].includes(r.action)).slice(0, 5).map((r) => JSON.stringify([r.action, r.title, r.changes, r.reason]))); }
      // export
      for (const plan of listPlans(ledger)) {
        const list = listMeasures(ledger, plan.id, analysis.fiscalYear ?? undefined);
        const out = path.join(dir, 'out.xlsx');
        writeFileSync(out, writeXlsx({ sheets: [buildStatusListSheet(list)], title: plan.title }));
        writeFileSync(`${stem}.export.xlsx.bin`, readFileSync(out));
        const back = await look(ledger, out);
        if (back.analysis === null) { bad++; console.log('  ✗ export unknown', back.chosen.rated.map(r=>r.score)); }
        else {
          const w2 = apply(ledger, back.analysis);
          if (w2.changeSetId !== null) { bad++; console.log('  ✗ export→import writes', w2.changes, counts(back.analysis.rows), back.analysis.fiscalYear, back.analysis.planTitle, back.analysis.rows.filter((r) => !['same', 'skip'].includes(r.action)).slice(0, 8).map((r) => '\n     ' + JSON.stringify([r.action, r.title, r.changes, r.reason])).join('')); }
        }
      }
      // next year
      const ext = path.extname(file);
      const next = `${stem}__2${ext}`;
      if (!stem.endsWith('__2') && existsSync(next)) {
        const exp2 = JSON.parse(readFileSync(`${stem}__2.expected.json`, 'utf8'));
        const led2 = createLedger(path.join(dir, 'y.daicho'), 't');
        apply(led2, (await look(led2, file)).analysis);
        const n = await look(led2, next);
        if (!n.analysis) { bad++; console.log('  ✗ next unknown'); }
        else {
          const got2 = n.analysis.rows.flatMap((r) => r.action === 'add' ? [`add ${r.title}`] : ['change', 'check'].includes(r.action) ? [`${r.action} ${r.title}: ${r.changes.map((c) => `${c.label} ${c.before}→${c.after}`).join('; ')}`] : []);
          bad += diff('next', got2, exp2.changes);
          console.log('  next', counts(n.analysis.rows), n.analysis.fiscalYear, n.analysis.planTitle);
          for (const w of n.analysis.warnings) console.log('  next !', w);
          apply(led2, n.analysis);
          const again2 = await look(led2, next); const w3 = apply(led2, again2.analysis);
          if (w3.changeSetId !== null) { bad++; console.log('  ✗ next twice writes', w3.changes); }
        }
        led2.close();
      }
    }
  } catch (e) { bad++; console.log('  ✗ threw', e); }
  ledger.close(); rmSync(dir, { recursive: true });
  if (bad) failed.push(path.basename(file));
}
console.log(`\n${args.length - failed.length}/${args.length} ok; failed: ${failed.join(' ')}`);
