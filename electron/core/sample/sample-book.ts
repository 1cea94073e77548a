import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { sessionLabels } from '#shared/messages/session.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { createReader } from '#db/reader.ts';
import { write } from '#db/write-tx.ts';
import { statusListImporter } from '../excel/recognise/status-list/importer.ts';
import type { Sheet, SheetCell } from '../excel/workbook.ts';
import { sampleGroups } from './sample-groups.ts';
import statusList from './status-list.json' with { type: 'json' };

/** Fills a new ledger with the sample: the published status list of a city's plan, and forty invented groups. */
export function fillSampleBook(ledger: Ledger, now: Date): void {
  const today = japaneseDay(now);
  const fiscalYear = fiscalYearOf(today);
  const list = statusListImporter.analyze({
    sheet: sampleSheet(),
    fileName: statusList.fileName,
    reader: createReader(ledger.connection),
    choices: { fiscalYear },
    today,
  });
  write(ledger, { command: 'ledger.openSample', label: sessionLabels.fillSample, actor: '', now }, (tx) => {
    list.apply(tx, () => undefined);
    for (const group of sampleGroups(fiscalYear)) insertOrganization(tx, group);
    tx.insert('ledgerSetting', { id: 'centerName', value: sessionLabels.sampleCenter });
  });
}

function sampleSheet(): Sheet {
  return {
    name: '実施状況一覧',
    hidden: false,
    rows: statusList.rows.map((texts, index) => ({ index, hidden: false, cells: texts.map(textCell) })),
    merges: statusList.merges,
    hiddenColumns: [],
    columnCount: Math.max(...statusList.rows.map((texts) => texts.length)),
  };
}

function textCell(text: string): SheetCell | null {
  return text === '' ? null : { type: 'text', text };
}
