import { rmSync } from 'node:fs';
import { layoutWorkbook, importRegister, storedGroups, trueGroups } from './tests/helpers/register-layouts.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import { createLedger } from '#db/open.ts';
const g=trueGroups('R7').slice(0,12);
async function probe(name, rows, merges, opts={}) {
 rmSync('/tmp/zp.daicho',{force:true}); const ledger=createLedger('/tmp/zp.daicho','t');
 const wb=await layoutWorkbook([{name,rows,merges}]); const sheet={...wb.sheets[0],...opts};
 const {analysis}=importRegister(ledger,sheet);
 console.log('==',name,organizationsImporter.score(sheet).toFixed(2),analysis.headerRows,analysis.columns.map(c=>`${c.letter}:${c.header.replace(/\n/g,'')}=${c.field}`).join(' | '));
 const n={};for(const r of analysis.rows)n[r.action+(r.action==='skip'?':'+r.reason:'')]=(n[r.action+(r.action==='skip'?':'+r.reason:'')]??0)+1;console.log('  ',n,analysis.warnings);
 const r=storedGroups(ledger)[1]; console.log('  ',JSON.stringify(Object.fromEntries(Object.entries(r??{}).filter(([k,v])=>v!==null&&!(Array.isArray(v)&&!v.length)))));
 const chk=analysis.rows.find(r=>r.action==='check'); if(chk)console.log('  CHECK',chk.reason,chk.fixes);
 ledger.close();
}
await probe('a',[['登録団体名称','団体種別','活動分野（複数可）','郵便番号','住所','電話番号（固定）','電話番号（携帯）','FAX番号','E-mail','電話公開可否','住所公開可否','登録番号'],...g.map(x=>[x.name,x.org_type,x.fields.join('；'),x.postal,x.address,x.phone,'090-1234-5678',x.phone,x.email,'公開','非公開',x.reg_no])]);
await probe('b',[['基本情報',null,null,'連絡先情報',null,'登録情報',null],['団体名','番号','代表','電話','メール','登録日','満了日'],...g.map(x=>[x.name,x.reg_no,x.rep_name,x.phone,x.email,x.registered,x.valid_until])],['A1:C1','D1:E1','F1:G1']);
await probe('f',[['市町名','番号','登録番号','団体名','設立年','構成員数（うち市民）'],...g.map((x,i)=>[i%4?null:x.city,i+1,x.reg_no,x.name,Number(x.established.slice(0,4)),`${x.members}（${x.members_citizen}）`])],['A2:A5','A6:A9','A10:A13']);
await probe('g',[['令和8年度 市民活動団体登録名簿（令和8年4月1日現在）'],['No','団体名','代表者','連絡先','活動内容','会員','登録有効期限'],...g.map((x,i)=>[x.reg_no,x.name,x.rep_name,x.phone,'清掃活動を月1回',x.members,x.valid_until])],['A1:G1']);
await probe('h',[['NO','名称','名称_カナ','法人番号','電話番号','内線番号','URL','備考'],...g.map((x,i)=>[x.reg_no,x.name,x.name_kana,null,x.phone,null,'https://example.jp',x.note])]);
await probe('i',[['登録番号','団体名','団体所在地','非公開','代表者氏名','フリガナ','連絡責任者氏名','フリガナ','固定電話','非公開','携帯','非公開','メール','非公開'],...g.map((x,i)=>[x.reg_no,x.name,x.city+x.address,i%2?'○':null,x.rep_name,x.rep_kana,x.rep_name,x.rep_kana,x.phone,i%2?'レ':null,'09012345678','○',x.email,null])]);
await probe('j',[['登録',null,'団体',null,'責任者',null,'所在',null],['番号','年月日','名','種類','氏名','ﾌﾘｶﾞﾅ','〒','住所'],...g.map((x,i)=>[x.reg_no,x.registered,x.name,x.org_type,x.rep_name,x.rep_kana,x.postal,'山口県'+x.city+x.address])],['A1:B1','C1:D1','E1:F1','G1:H1']);
await probe('k',[['整理番号','団体名（略称）','団体正式名称','活動分野',...Array(3).fill(null),'登録開始','登録終了'],[null,null,null,'福祉','環境','観光','その他',null,null],...g.map((x,i)=>[x.reg_no,'略',x.name,i%2?'○':null,'○',null,'国際協力',x.registered,x.valid_until])],['D1:G1','A1:A2','B1:B2','C1:C2','H1:H2','I1:I2']);
