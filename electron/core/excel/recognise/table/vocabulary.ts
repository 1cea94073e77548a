/**
 * What the columns of one kind of table may be called. `aliases` are header texts as staff print them, compared by match key;
 * one with '>' names a two-row header (代表者>氏名) or a header and its left neighbour (電話番号>公開). `test` rates how well the
 * texts below a header fit the field: 0 (no) to 1 (yes), 0.5 says nothing.
 */
export type VocabularyEntry = {
  readonly field: string;
  readonly aliases: readonly string[];
  /** Further header texts that count only as a whole; the aliases also as a part of a longer header. */
  readonly exactAliases?: readonly string[];
  /** Names made of the names of another value and a word, as a whole: 電話番号 + 公開可否; `bothWays` also 公開(電話番号). */
  readonly combined?: {
    readonly bases: readonly string[];
    readonly words: readonly string[];
    readonly bothWays?: true;
  };
  /** Header texts that mean this field only when the contents below fit it: 地区 over names of towns. */
  readonly weakAliases?: readonly string[];
  /** Headers that are never this field, whatever they contain; tested on the header's key. */
  readonly never?: RegExp;
  readonly test?: (samples: readonly string[]) => number;
  /** Several columns may hold this field (活動分野1, 活動分野2 …). */
  readonly many?: true;
};
export type Vocabulary = readonly VocabularyEntry[];

export type TableColumn = {
  /** 0-based column of the sheet. */
  readonly index: number;
  /** All header rows of the column: 代表者>氏名. '' for a column that has contents only. */
  readonly header: string;
  /** Field of the vocabulary, each at most once unless `many`; null = unknown. */
  readonly field: string | null;
  /** How sure the field is: about 1 = an exact header, more with fitting contents. */
  readonly score: number;
};

export type FoundTable = {
  /** 0-based indexes of the sheet's rows (SheetRow.index) that make the first header block. */
  readonly headerRows: readonly number[];
  readonly columns: readonly TableColumn[];
  /** 0-based index of the first row below the header block. */
  readonly bodyStart: number;
};
