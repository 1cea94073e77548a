import { openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { write } from '#db/write-tx.ts';

/** Child process: writes batches of groups until it is killed and prints the number of each batch once it is committed. */
const [file = '', unsafe = ''] = process.argv.slice(2);
const ledger = openLedger(file, { mode: 'write', actor: '試験' });
ledger.connection.pragma('cache_size = 4'); // spills to disk inside the transaction, as a large import does
if (unsafe !== '') ledger.connection.pragma('journal_mode = MEMORY');
for (let batch = 1; ; batch += 1) {
  write(ledger, { command: 'test', label: `組 ${batch}`, actor: '試験', now: new Date() }, (tx) => {
    for (let index = 0; index < 40; index += 1)
      insertOrganization(tx, { name: `第${index}の会`, note: `${batch}`, purpose: 'あ'.repeat(300) });
  });
  process.stdout.write(`${batch}\n`);
}
