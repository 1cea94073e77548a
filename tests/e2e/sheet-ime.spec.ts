import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { type Ime, openIme } from './support/ime.ts';
import { readOrganizations } from './support/read-back.ts';
import { shownText } from './support/screens.ts';
import {
  cell,
  clickCell,
  expectActive,
  expectEditing,
  expectIdle,
  freshList,
  press,
  undo,
  wheelTo,
  sharedSheet,
} from './support/sheet.ts';

const open = sharedSheet();
let ime: Ime;

test.beforeAll(async () => {
  ime = await openIme(open.page);
});

/** 活動地域 stands far to the right and is empty. */
async function goToArea(row: number): Promise<void> {
  await clickCell(open, row, 'name');
  await press(open, 'End', 'ArrowLeft');
  await expectActive(open, row, 'area');
}

/** Types kana one by one and converts them, as a clerk does; the composition is still open at the end. */
async function convert(kana: string, converted: string): Promise<void> {
  for (let length = 1; length <= kana.length; length += 1) {
    await ime.key('KeyA');
    await ime.compose(kana.slice(0, length));
  }
  await ime.key('Space');
  await ime.compose(converted);
}

/** What is seen where the cell is: colour and place of the textarea. */
async function expectSeenOver(row: number, column: string, text: string): Promise<void> {
  await expectEditing(open, text);
  const [seen, under] = await Promise.all([open.sink.boundingBox(), cell(open, row, column).boundingBox()]);
  expect(Math.abs((seen?.x ?? 0) - (under?.x ?? 99))).toBeLessThanOrEqual(1);
  expect(Math.abs((seen?.y ?? 0) - (under?.y ?? 99))).toBeLessThanOrEqual(1);
  const colour = await open.sink.evaluate((element) => getComputedStyle(element).color);
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');
}

test('kana typed over a cell begin there with the first key, and exactly the converted text is entered', async () => {
  await goToArea(3);
  await ime.key('KeyK');
  await ime.compose('か');
  await expectSeenOver(3, 'area', 'か');
  await ime.compose('かん');
  await ime.key('Space');
  await ime.compose('漢');
  await expectSeenOver(3, 'area', '漢');
  await ime.key('Enter');
  await ime.commit('漢');
  await expectActive(open, 3, 'area');
  await expectEditing(open, '漢');
  await press(open, 'Enter');
  await expectActive(open, 4, 'area');
  await expect(cell(open, 3, 'area')).toHaveText('漢');
  // The next cell takes its first key as well.
  await convert('じ', '字');
  await ime.commit('字');
  await press(open, 'Enter');
  await expect(cell(open, 4, 'area')).toHaveText('字');
  await expectActive(open, 5, 'area');
  await undo(open);
  await undo(open);
  await expect(cell(open, 3, 'area')).toHaveText('');
});

test('Enter, arrows and Esc belong to the input method while it converts', async () => {
  await goToArea(3);
  await convert('やま', '山');
  for (const code of ['Enter', 'ArrowDown', 'ArrowLeft', 'Tab', 'Escape', 'F2']) await ime.key(code);
  await expectActive(open, 3, 'area');
  await expectEditing(open, '山');
  await ime.commit('山');
  await press(open, 'Escape');
  await expectIdle(open);
  await expect(cell(open, 3, 'area')).toHaveText('');
});

test('a composition given up leaves the cell open and empty, a second Esc gives back what was there', async () => {
  await clickCell(open, 3, 'name');
  const before = await shownText(cell(open, 3, 'name'));
  await convert('うみ', '海');
  await ime.key('Escape');
  await ime.compose('うみ');
  await ime.commit('');
  await expectEditing(open, '');
  await press(open, 'Escape');
  await expectIdle(open);
  await expect(cell(open, 3, 'name')).toHaveText(before);
});

test('F7 and F10 put katakana and letters in place of the composing text', async () => {
  await goToArea(3);
  await convert('まつり', '祭り');
  await ime.key('F7');
  await ime.compose('マツリ');
  await expectEditing(open, 'マツリ');
  await ime.key('F10');
  await ime.compose('ｍａｔｕｒｉ');
  await ime.compose('matsuri');
  await expectEditing(open, 'matsuri');
  await ime.commit('matsuri');
  await press(open, 'Enter');
  await expect(cell(open, 3, 'area')).toHaveText('matsuri');
  await undo(open);
  await expect(cell(open, 3, 'area')).toHaveText('');
});

test('a word of the cell is converted again, with what stands around it kept', async () => {
  await goToArea(3);
  await ime.compose('きしゃのまち');
  await ime.commit('記者の町');
  await ime.compose('貴社', { start: 0, end: 2 });
  await expectEditing(open, '貴社の町');
  await ime.compose('汽車');
  await ime.commit('汽車');
  await expectEditing(open, '汽車の町');
  await press(open, 'Enter');
  await expect(cell(open, 3, 'area')).toHaveText('汽車の町');
  await undo(open);
  await expect(cell(open, 3, 'area')).toHaveText('');
});

test('after F2 kana go in where the caret is', async () => {
  await clickCell(open, 5, 'name');
  await press(open, 'F2', 'Home');
  await convert('しん', '新');
  await ime.commit('新');
  await expectEditing(open, '新長府まちづくり協議会');
  await press(open, 'Enter');
  await expect(cell(open, 5, 'name')).toHaveText('新長府まちづくり協議会');
  await expect(cell(open, 5, 'nameKana')).toHaveText('チョウフマチヅクリキョウギカイ');
  await undo(open);
  await expect(cell(open, 5, 'name')).toHaveText('長府まちづくり協議会');
});

test('two converted words and letters typed directly between them make one text', async () => {
  await goToArea(3);
  await convert('したせき', '下関');
  await ime.commit('下関');
  await open.page.keyboard.type('A1');
  await convert('ちく', '地区');
  await ime.commit('地区');
  await press(open, 'Enter');
  await expect(cell(open, 3, 'area')).toHaveText('下関A1地区');
  await undo(open);
});

test('over a cell that cannot be changed a composition leaves nothing behind', async () => {
  await freshList(open, 'measures');
  const repost = open.sheet.locator('.ag-row.row-repost [col-id="name"]').first();
  await wheelTo(open, repost);
  const before = await shownText(repost);
  await repost.click();
  await convert('やま', '山');
  await expectIdle(open);
  await ime.commit('山');
  await expectIdle(open);
  await expect(open.sink).toHaveValue('');
  await expect(repost).toHaveText(before);
  // The cell below takes its text alone.
  await press(open, 'ArrowUp', 'ArrowDown');
  await expect(open.sink).toHaveValue('');
});

test('a choice is found by converted kana, and its number typed wide', async () => {
  await clickCell(open, 2, 'orgType');
  await convert('にんい', '任意');
  await expectEditing(open, '任意');
  await ime.commit('任意');
  await expect(open.page.getByTestId(testIds.sheetAssist).getByRole('option')).toHaveText([/任意団体/]);
  await press(open, 'Escape');
  await ime.compose('２');
  await ime.commit('２');
  await press(open, 'Enter');
  await expect(cell(open, 2, 'orgType')).toHaveText('NPO法人');
  await undo(open);
  await expect(cell(open, 2, 'orgType')).toHaveText('任意団体');
});

test('the kana typed for a name become its reading where there is none, and both are in the ledger', async () => {
  await clickCell(open, 6, 'nameKana');
  await press(open, 'Delete');
  await expect(cell(open, 6, 'nameKana')).toHaveText('');
  await clickCell(open, 6, 'name');
  await convert('やまぐち', '山口');
  await ime.commit('山口');
  await convert('こども', '子ども');
  await ime.commit('子ども');
  await convert('しょくどう', '食堂');
  await ime.commit('食堂');
  await press(open, 'Enter');
  await expect(cell(open, 6, 'name')).toHaveText('山口子ども食堂');
  await expect(cell(open, 6, 'nameKana')).toHaveText('ヤマグチコドモショクドウ');
  await open.page.reload();
  await expect(cell(open, 6, 'nameKana')).toHaveText('ヤマグチコドモショクドウ');
  // One entry, one step back: the name and its reading.
  await clickCell(open, 6, 'name');
  await undo(open);
  await expect(cell(open, 6, 'name')).toHaveText('長府東清掃ボランティア');
  await expect(cell(open, 6, 'nameKana')).toHaveText('');
  await press(open, 'Control+y');
  await expect(cell(open, 6, 'name')).toHaveText('山口子ども食堂');
  await open.run.stop();
  const group = readOrganizations(open.ledger)[6];
  expect(group).toMatchObject({ name: '山口子ども食堂', name_kana: 'ヤマグチコドモショクドウ' });
});
