/** What 取込 says about a file as a whole, and how an import is named in 履歴. */
export const importPhases = {
  reading: 'ファイルを読んでいます',
  comparing: '台帳と比べています',
  backup: 'バックアップを作っています',
  writing: '台帳に書き込んでいます',
} as const;

export const importTexts = {
  label: (fileName: string, added: number, changed: number): string => {
    const parts = [added > 0 ? `追加 ${added}` : '', changed > 0 ? `変更 ${changed}` : ''].filter(
      (part) => part !== '',
    );
    return `「${fileName}」を取り込み${parts.length > 0 ? `(${parts.join('・')})` : ''}`;
  },
  importedBefore: (day: string, fileName: string): string =>
    `このファイルは ${day} に「${fileName}」として取り込み済みです。台帳と違うところだけが書き込まれます。`,
  hiddenSheets: (names: readonly string[]): string =>
    `隠れているシートがあります(${names.join('・')})。取り込むときは、シートを選んでください。`,
  missingSheets: (names: readonly string[]): string =>
    `ファイルが傷んでいて、読めないシートがあります(${names.join('・')})。ほかのシートは読みました。`,
  otherSheets: (names: readonly string[]): string =>
    `取り込めそうなシートがほかにもあります(${names.join('・')})。シートごとに取り込んでください。`,
  sheetsWithoutHeader: (names: readonly string[]): string =>
    `見出しの行がないシートがあります(${names.join('・')})。一覧の続きかもしれませんが、読んでいません。取り込むときは、シートを選び、列の対応を選んでください。`,
  joinedSheets: (names: readonly string[], firstIndex: number): string => {
    const step = 10 ** Math.floor(Math.log10(firstIndex + 1));
    const numbered = names.slice(0, 8).map((name, index) => `「${name}」は ${(index + 1) * step + 1}`);
    return `同じ形のシート ${names.length}枚を1つの一覧としてつなげて読みました。行番号は、${numbered.join('、')} から数えます。1枚だけ取り込むときは、シートを選んでください。`;
  },
  unknownRow: '表の種類を選ぶと読み取ります',
  unknownSheet: (sheet: string): string =>
    `「${sheet}」が何の表か分かりません。表の種類と、見出しの行・列の対応を選んでください。`,
} as const;
