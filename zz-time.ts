import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter as imp } from '#core/excel/recognise/organizations/importer.ts';
import { createLedger } from '#db/open.ts';
import { createReader } from '#db/reader.ts';
import { rmSync } from 'node:fs';
const X=createRequire(import.meta.url)('xlsx');
const buf=readFileSync('tests/fixtures/登録団体一覧_R7.xlsx');
rmSync('/tmp/zz2.daicho',{force:true});
const ledger=createLedger('/tmp/zz2.daicho','t');
for(let i=0;i<8;i++){
 let t=performance.now();X.read(buf);const sj=performance.now()-t;
 t=performance.now();const wb=await parseWorkbook(buf);const pw=performance.now()-t;
 t=performance.now();imp.score(wb.sheets[0]);const sc=performance.now()-t;
 t=performance.now();imp.analyze({sheet:wb.sheets[0],fileName:'x',reader:createReader(ledger.connection),choices:{},today:'2025-04-01'});const an=performance.now()-t;
 console.log('sheetjs',sj.toFixed(0),'parse',pw.toFixed(0),'score',sc.toFixed(0),'analyze',an.toFixed(0));
}
ledger.close();
