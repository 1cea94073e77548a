import { readFileSync, rmSync } from 'node:fs';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter as imp } from '#core/excel/recognise/organizations/importer.ts';
import { createLedger } from '#db/open.ts';
import { createReader } from '#db/reader.ts';
import { write } from '#db/write-tx.ts';
import { iterateOrganizations } from '#db/queries/organizations.ts';
rmSync('/tmp/zz.daicho',{force:true});
const ledger=createLedger('/tmp/zz.daicho','t');
const only=process.argv.slice(2);
for (const f of only.length?only:['R7.xlsx','R7.xlsx','R7.xls','R8.xlsx','R8.xlsx']) {
const file=f.includes('/')?f:`tests/fixtures/登録団体一覧_${f}`;
const wb=await parseWorkbook(readFileSync(file));
const sheet=wb.sheets[0];
console.time('score');console.log(imp.score(sheet));console.timeEnd('score');
console.time('analyze');
const a=imp.analyze({sheet,fileName:f,reader:createReader(ledger.connection),choices:{},today:'2025-04-01'});
console.timeEnd('analyze');
const counts={};for(const r of a.rows)counts[r.action]=(counts[r.action]??0)+1;
const ch={};for(const r of a.rows)if(r.action==='change')for(const c of r.changes)ch[c.field]=(ch[c.field]??0)+1;
const sk={};for(const r of a.rows)if(r.action==='skip')sk[r.reason]=(sk[r.reason]??0)+1;
console.log(f,counts,ch,sk,a.warnings);
for(const r of a.rows.filter(r=>r.action==='check').slice(0,5))console.log(r);
const fx={};for(const r of a.rows)for(const x of r.fixes){const k=x.slice(0,14);(fx[k]??=[0,x])[0]++};console.log(fx);
console.time('apply');
const res=write(ledger,{command:'x',label:'x',actor:'a',now:new Date()},tx=>a.apply(tx,()=>{}));
console.timeEnd('apply');console.log(res.changeSetId,res.changes);
const m=/R\d/.exec(f); if(!m) continue;
const exp=JSON.parse(readFileSync(`tests/fixtures/登録団体一覧_${m[0]}.expected.json`,'utf8')); const groups=exp.groups??exp;
const map={reg_no:'regNo',name:'name',name_kana:'nameKana',org_type:'orgType',fields:'fields',rep_name:'repName',rep_kana:'repKana',postal:'postal',city:'city',address:'address',phone:'phone',phone_public:'phonePublic',email:'email',established:'established',members:'members',members_citizen:'membersCitizen',registered:'registered',valid_until:'validUntil',note:'note'};
const got=new Map([...iterateOrganizations(ledger.connection)].map(x=>[x.record.regNo,x.record]));
let bad=0;
for(const g of groups){const r=got.get(g.reg_no);if(!r){bad++;console.log('missing',g.reg_no);continue}
for(const [k,v] of Object.entries(map)){ if(JSON.stringify(g[k])!==JSON.stringify(r[v])){ if(bad++<12)console.log(g.reg_no,k,JSON.stringify(g[k]),JSON.stringify(r[v]));}}}
console.log('bad',bad,'total',got.size,groups.length);
}
ledger.close();
