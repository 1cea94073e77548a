/**
 * Text as OOXML stores it. XML 1.0 has no place for control characters, lone surrogates and U+FFFE/FFFF, so Excel
 * writes them as _xHHHH_; a text that merely looks like such an escape gets its underscore escaped, or it would come
 * back as another character. CR is escaped too: an XML parser would turn it into LF.
 */
const NEEDS_CODE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKUP = /[&<>]/g;
const KEEP_SPACE = /^\s|\s$|[\n\t]|\s\s/;

function asCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function asEntity(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;';
}

/** Cell text → the content of `<t>`. */
export function escapeCellText(text: string): string {
  return text.replace(NEEDS_CODE, asCode).replace(MARKUP, asEntity);
}

/** Text for an XML attribute. What XML cannot hold at all is dropped: attributes know no _xHHHH_. */
export function escapeAttribute(text: string): string {
  return text
    .toWellFormed()
    .replace(NEEDS_CODE, (character) => (character === '_' ? '_' : ''))
    .replace(MARKUP, asEntity)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/** `<t>` with the text; spaces at the ends and line breaks survive only with xml:space. `prefix` is '' or e.g. 'x:'. */
export function textElement(text: string, prefix = ''): string {
  const space = KEEP_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeCellText(text)}</${prefix}t>`;
}
