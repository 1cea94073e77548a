import { readFileSync } from 'node:fs';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { findTable, matcherOf } from '#core/excel/recognise/table/find-table.ts';
import { organizationVocabulary as v } from '#core/excel/recognise/organizations/vocabulary.ts';
import { classifyRows } from '#core/excel/recognise/table/row-kind.ts';
for (const f of process.argv.slice(2)) {
const wb=await parseWorkbook(readFileSync(f));
for (const sheet of wb.sheets){
console.time('t');const t=findTable(sheet,v);console.timeEnd('t');
console.log(f, sheet.name, t?.headerRows, t?.columns.map(c=>`${c.header}=${c.field}:${c.score.toFixed(2)}`).join(' | '));
if(t){const k=classifyRows(sheet,t,matcherOf(v)); const n={};k.forEach((x,i)=>{(n[x]??=[]).push(sheet.rows[i].index+1)}); for(const x in n) console.log('  ',x,n[x].length,n[x].slice(0,12).join(','));}
}}
