/** Line breaks that only fit a name into its narrow cell are dropped; those before a bullet, a bracket or a number part lines and stay. */
export function oneLine(text: string): string {
  return text.replace(/([^\n]?)[ \u3000]*\n[ \u3000]*(?![・○●◆◇■□※（(【〔[①-⑳0-9０-９-])/gu, (_, before: string) =>
    before === '' || /[A-Za-z0-9]/u.test(before) ? `${before} ` : before,
  );
}
