/** The small line below a hit of the search over the whole ledger. */
export const overviewTexts = {
  group: ({ regNo, city }: { readonly regNo: string; readonly city: string }): string =>
    [regNo === '' ? '' : `登録番号 ${regNo}`, city].filter((part) => part !== '').join('・'),
  measure: ({ plan, section }: { readonly plan: string; readonly section: string }): string =>
    section === '' ? plan : `${section}（${plan}）`,
} as const;
