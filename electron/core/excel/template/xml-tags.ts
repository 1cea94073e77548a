/**
 * A scanner that reports where each tag lies in the text, so that a part can be patched without touching the rest.
 * It does not check well-formedness; names come without their prefix, since forms from other programs use any.
 */
export type Tag = {
  readonly name: string;
  /** '' or e.g. 'x:'. */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
};

function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const character = xml[at];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return xml.length;
}

function skipTo(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

function tagAt(xml: string, start: number): Tag {
  const end = tagEnd(xml, start);
  const closes = xml[start + 1] === '/';
  const name = /^[^\s/>]+/.exec(xml.slice(start + (closes ? 2 : 1), end))?.[0] ?? '';
  const colon = name.indexOf(':') + 1;
  const kind = closes ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open';
  return { name: name.slice(colon), prefix: name.slice(0, colon), kind, start, end };
}

/** All tags in order, past comments, CDATA and processing instructions. */
export function* tagsOf(xml: string, from = 0): Generator<Tag> {
  let at = xml.indexOf('<', from);
  while (at >= 0 && at < xml.length) {
    if (xml.startsWith('<!--', at)) at = skipTo(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) at = skipTo(xml, ']]>', at);
    else if (xml.startsWith('<?', at)) at = skipTo(xml, '?>', at);
    else if (xml.startsWith('<!', at)) at = skipTo(xml, '>', at);
    else {
      const tag = tagAt(xml, at);
      yield tag;
      at = tag.end;
    }
    at = xml.indexOf('<', at);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return ENTITIES[body] ?? whole;
  const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Entities and character references back to characters. */
export function decodeXml(text: string): string {
  return text.replace(/&(#[xX][0-9a-fA-F]+|#[0-9]+|\w+);/g, decodeEntity);
}

/** The decoded value of an attribute, by its name as written (with prefix); undefined when it is not there. */
export function attribute(xml: string, tag: Tag, name: string): string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const match = pattern.exec(xml.slice(tag.start, tag.end));
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

/** The tag's text with an attribute set, in place when it is there, else as the last one. */
export function withAttribute(tagText: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tagText)) return tagText.replace(pattern, (_, head: string) => `${head}"${value}"`);
  return tagText.replace(/\s*\/?>$/, (close) => ` ${name}="${value}"${close.trim()}`);
}

/** The tag's text without an attribute. */
export function withoutAttribute(tagText: string, name: string): string {
  return tagText.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
}

export type Patch = { readonly start: number; readonly end: number; readonly text: string };

/** The text with its patches applied; they must not overlap. Patches at the same place keep their order. */
export function applyPatches(xml: string, patches: readonly Patch[]): string {
  let result = '';
  let at = 0;
  for (const patch of patches.toSorted((a, b) => a.start - b.start)) {
    result += xml.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return result + xml.slice(at);
}
