import type { IncomingMessage } from 'node:http';

/** The body as text, or null when it is longer than the limit (the rest is not read). */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string | null> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (!(declared <= limitBytes)) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
