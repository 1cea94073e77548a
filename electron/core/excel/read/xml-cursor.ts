import { AppError } from '#shared/rpc/app-error.ts';

export type XmlEvent = 'open' | 'close' | 'end';

/** No element stands here: what an empty element holds. */
const NOWHERE = -1;

/**
 * A forward cursor over the tags of one XML part. Hand-written because general parsers take several times as long on sheets
 * with millions of tags, and because office files need little: no DTD (refused), no entities but the five and character
 * references. A self-closing tag gives one 'open' with `isEmpty`. Names are local names. A cut document is WORKBOOK_BROKEN.
 * A name alone says little: the anchor of a drawing has a `col` and a `row` too. Read the children of a known element, with
 * `inside` and `nextChild`, wherever a name could mean something else elsewhere.
 */
export class XmlCursor {
  name = '';
  /** Before the colon of the current tag's name; '' without one. */
  prefix = '';
  isEmpty = false;
  readonly #text: string;
  readonly #where: string;
  #at = 0;
  #depth = 0;
  /** Prefixes that the root element binds to another vocabulary than its own. */
  #foreign: ReadonlySet<string> = new Set();
  /** Start and end of name and value of each attribute of the current tag, four numbers each. */
  readonly #attributes: number[] = [];
  #attributeCount = 0;

  constructor(bytes: Uint8Array, where: string) {
    this.#where = where;
    this.#text = decodeXml(bytes, where);
  }

  /** Moves to the next tag. Text passed over is dropped; use readText for text. */
  next(): XmlEvent {
    return this.#advance(undefined);
  }

  /** The place of the current element's children, for nextChild. Ask on its opening tag. */
  get inside(): number {
    return this.isEmpty ? NOWHERE : this.#depth;
  }

  /**
   * Moves to the next child of the element that `inside` was asked of, past what is left of the child before; false after the last.
   * Adds the element's own text in between to `pieces`.
   */
  nextChild(inside: number, pieces?: string[]): boolean {
    if (inside === NOWHERE) return false;
    while (this.#depth > inside) if (this.#advance(undefined) === 'end') return false;
    return this.#advance(pieces) === 'open';
  }

  /** Like nextChild, past elements of other vocabularies than the root's. */
  nextOwnChild(inside: number): boolean {
    while (this.nextChild(inside)) if (this.prefix === '' || !this.#foreign.has(this.prefix)) return true;
    return false;
  }

  /** Decoded value, by exact name or, failing that, by local name (`id` finds `r:id`). */
  attribute(wanted: string): string | undefined {
    let suffixed: string | undefined;
    for (let i = 0; i < this.#attributeCount * 4; i += 4) {
      const name = this.#text.slice(this.#attributes[i], this.#attributes[i + 1]);
      if (name === wanted) return this.#valueAt(i);
      if (suffixed === undefined && name.endsWith(`:${wanted}`)) suffixed = this.#valueAt(i);
    }
    return suffixed;
  }

  /** All text inside the current element, child elements' text included; ends on its closing tag. */
  readText(): string {
    if (this.isEmpty) return '';
    const pieces: string[] = [];
    const outside = this.#depth - 1;
    while (this.#depth > outside) if (this.#advance(pieces) === 'end') break;
    return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
  }

  broken(): AppError {
    return new AppError('WORKBOOK_BROKEN', { where: this.#where });
  }

  #valueAt(i: number): string {
    return decodeEntities(this.#text.slice(this.#attributes[i + 2], this.#attributes[i + 3]));
  }

  #advance(pieces: string[] | undefined): XmlEvent {
    const text = this.#text;
    for (;;) {
      const open = text.indexOf('<', this.#at);
      if (open < 0) {
        if (this.#depth !== 0) throw this.broken();
        return 'end';
      }
      if (pieces !== undefined && open > this.#at) pieces.push(decodeEntities(text.slice(this.#at, open)));
      const code = text.charCodeAt(open + 1);
      if (code === 0x21 /* ! */) this.#skipDeclaration(open, pieces);
      else if (code === 0x3f /* ? */) this.#at = this.#after('?>', open);
      else if (code === 0x2f /* / */) return this.#close(open);
      else return this.#open(open);
    }
  }

  #skipDeclaration(open: number, pieces: string[] | undefined): void {
    if (this.#text.startsWith('<!--', open)) this.#at = this.#after('-->', open + 4);
    else if (this.#text.startsWith('<![CDATA[', open)) {
      this.#at = this.#after(']]>', open);
      pieces?.push(this.#text.slice(open + 9, this.#at - 3));
    } else throw new AppError('WORKBOOK_UNSAFE', { where: this.#where });
  }

  #after(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    if (at < 0) throw this.broken();
    return at + mark.length;
  }

  #close(open: number): XmlEvent {
    const end = this.#text.indexOf('>', open);
    this.#depth -= 1;
    if (end < 0 || this.#depth < 0) throw this.broken();
    this.name = localName(this.#text.slice(open + 2, end).trimEnd());
    this.isEmpty = false;
    this.#attributeCount = 0;
    this.#at = end + 1;
    return 'close';
  }

  #open(open: number): XmlEvent {
    const text = this.#text;
    let at = open + 1;
    while (!isNameEnd(text.charCodeAt(at))) at += 1;
    const qualified = text.slice(open + 1, at);
    const colon = qualified.indexOf(':');
    this.prefix = colon < 0 ? '' : qualified.slice(0, colon);
    this.name = colon < 0 ? qualified : qualified.slice(colon + 1);
    at = this.#readAttributes(at);
    if (this.#depth === 0) this.#foreign = this.#otherVocabularies();
    this.isEmpty = text.charCodeAt(at) === 0x2f;
    if (this.isEmpty) at += 1;
    if (text.charCodeAt(at) !== 0x3e || this.name === '') throw this.broken();
    if (!this.isEmpty) this.#depth += 1;
    this.#at = at + 1;
    return 'open';
  }

  #otherVocabularies(): ReadonlySet<string> {
    const bound = new Map<string, string>();
    for (let i = 0; i < this.#attributeCount * 4; i += 4) {
      const name = this.#text.slice(this.#attributes[i], this.#attributes[i + 1]);
      if (name.startsWith('xmlns:')) bound.set(name.slice('xmlns:'.length), this.#valueAt(i));
      else if (name === 'xmlns') bound.set('', this.#valueAt(i));
    }
    const own = bound.get(this.prefix);
    return new Set([...bound.keys()].filter((prefix) => bound.get(prefix) !== own));
  }

  /** Returns the place of the tag's `/` or `>`. */
  #readAttributes(from: number): number {
    const text = this.#text;
    let at = from;
    this.#attributeCount = 0;
    for (;;) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      const code = text.charCodeAt(at);
      if (code === 0x3e || code === 0x2f) return at;
      const equals = text.indexOf('=', at);
      let quoteAt = equals + 1;
      while (isSpace(text.charCodeAt(quoteAt))) quoteAt += 1;
      const quote = text[quoteAt];
      if (equals < 0 || (quote !== '"' && quote !== "'")) throw this.broken();
      const end = text.indexOf(quote, quoteAt + 1);
      if (end < 0) throw this.broken();
      let nameEnd = equals;
      while (isSpace(text.charCodeAt(nameEnd - 1))) nameEnd -= 1;
      const free = this.#attributeCount * 4;
      this.#attributes[free] = at;
      this.#attributes[free + 1] = nameEnd;
      this.#attributes[free + 2] = quoteAt + 1;
      this.#attributes[free + 3] = end;
      this.#attributeCount += 1;
      at = end + 1;
    }
  }
}

function decodeXml(bytes: Uint8Array, where: string): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    // Strict: a replacement character would be a silently damaged name.
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('WORKBOOK_BROKEN', { where }, { cause: error });
  }
}

function localName(qualified: string): string {
  const colon = qualified.indexOf(':');
  return colon < 0 ? qualified : qualified.slice(colon + 1);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** NaN is the end of the text. */
function isNameEnd(code: number): boolean {
  return isSpace(code) || code === 0x3e || code === 0x2f || Number.isNaN(code);
}

const namedEntities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-f]{1,8}|#[0-9]{1,8}|\w{1,8});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return namedEntities.get(body) ?? whole;
    const code =
      body[1]?.toLowerCase() === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
