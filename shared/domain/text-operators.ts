/** What a filter may ask of a text; the operators of a sheet, of a saved view and of the core are the same ones. */
export const textOperators = ['contains', 'not-contains', 'starts-with', 'ends-with', 'equals', 'not-equals'] as const;
export type TextOperator = (typeof textOperators)[number];
