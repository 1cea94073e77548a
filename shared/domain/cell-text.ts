/** Most characters (UTF-16 code units) that a cell of Excel holds: a longer text could never be handed out. */
export const longestCellText = 32_767;
