/** The bytes of each entry (local header and data) as they lie in a zip file, in order. Reads the local headers only. */
export function rawZipEntries(file: Uint8Array): readonly { readonly name: string; readonly raw: Buffer }[] {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const directory = bytes.readUInt32LE(end + 16);
  const entries: { name: string; raw: Buffer }[] = [];
  for (let at = 0; at < directory; ) {
    const size = bytes.readUInt32LE(at + 18);
    const nameLength = bytes.readUInt16LE(at + 26);
    const next = at + 30 + nameLength + bytes.readUInt16LE(at + 28) + size;
    entries.push({ name: bytes.toString('utf8', at + 30, at + 30 + nameLength), raw: bytes.subarray(at, next) });
    at = next;
  }
  return entries;
}

/** The names of the entries whose bytes in the file (header, compressed data) differ, or that are missing or moved. */
export function changedZipEntries(before: Uint8Array, after: Uint8Array): readonly string[] {
  const old = rawZipEntries(before);
  const now = rawZipEntries(after);
  return old
    .filter(({ name, raw }, index) => now[index]?.name !== name || !now[index].raw.equals(raw))
    .map(({ name }) => name);
}
