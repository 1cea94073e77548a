import type { Client } from '#shared/rpc/client.ts';

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** All bytes of a finished export, read in pieces. */
export async function readExport(client: Client, exportId: string): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: { base64: string; next: number | null } = await client.call('exports.read', { exportId, offset });
    parts.push(fromBase64(piece.base64));
    offset = piece.next;
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** Hands a file to the browser's own download. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  // The download reads the blob after click() returns; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
