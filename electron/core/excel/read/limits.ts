/**
 * What a foreign file may ask of us. Excel's own sheet size, and sizes far above any register or status list seen,
 * so that only damaged or hostile files are refused.
 */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const MAX_ENTRIES = 2_000;
export const MAX_ENTRY_BYTES = 100 * 1024 * 1024;
export const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** Only asked of parts over RATIO_FROM_BYTES: a short, repetitive sheet compresses well and is harmless. */
export const MAX_RATIO = 200;
export const RATIO_FROM_BYTES = 1024 * 1024;

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_MERGE_CELLS = 1_048_576;
/** Merged cells inside the used range, over a whole workbook: what recognition may have to walk. */
export const MAX_TOTAL_MERGE_CELLS = 4_000_000;
/** Cell places (empty ones included) and characters that cross the process boundary. */
export const MAX_CELL_SLOTS = 8_000_000;
export const MAX_TEXT_CHARACTERS = 100_000_000;

export const TIME_LIMIT_MS = 10_000;
export const MEMORY_LIMIT_MB = 768;
