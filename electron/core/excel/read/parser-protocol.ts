import type { ErrorCode } from '#shared/messages/errors.ts';
import type { ErrorParams } from '#shared/rpc/app-error.ts';
import type { WireWorkbook } from './workbook-wire.ts';

/** Host to parser process. */
export type ParseRequest = { readonly id: number; readonly path: string };

/**
 * Parser process to host. `retire` asks for a fresh process: this one grew large, or its built-in objects were tampered with.
 */
export type ParseReply = { readonly id: number; readonly retire: boolean } & (
  | { readonly ok: true; readonly workbook: WireWorkbook }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams }
);

/** Written to standard error by a process that ends itself for memory; V8 writes its own words for the same. */
export const MEMORY_MARK = 'PARSER_MEMORY';

export function isMemoryDeath(standardError: string): boolean {
  return (
    standardError.includes(MEMORY_MARK) || /heap out of memory|Allocation failed|out of memory/i.test(standardError)
  );
}

export type ParserLimits = { readonly timeMs: number; readonly memoryMb: number };

/** Limits travel as command line arguments, because every kind of child process takes those. */
export function limitsToArguments(limits: ParserLimits): string[] {
  return [String(limits.timeMs), String(limits.memoryMb)];
}

export function limitsFromArguments(values: readonly string[], fallback: ParserLimits): ParserLimits {
  const [timeMs, memoryMb] = values.map(Number);
  return { timeMs: timeMs || fallback.timeMs, memoryMb: memoryMb || fallback.memoryMb };
}
