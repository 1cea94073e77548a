/** Number and name of a heading or measure as lists print them: 'I 参加しやすく…', '5 地域づくり…'. Either may be ''. */
export function printedName({ numberRaw, name }: { readonly numberRaw: string; readonly name: string }): string {
  return `${numberRaw} ${name}`.trim();
}
