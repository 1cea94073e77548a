import type { ImportAnswer, ImportChoices, ImportRow } from '#shared/contract/imports.ts';

/** Answers by the key of a row's question. */
export type Answers = NonNullable<ImportChoices['answers']>;

/** An answer as one text, to be the value of a choice. */
export function answerValue(answer: ImportAnswer): string {
  return answer.as === 'group' ? `group ${answer.id}` : answer.as;
}

/**
 * While a reading is on its way, what the user said last; else what the preview took: an answer that it could not take is open
 * again.
 */
export function answerOf(row: ImportRow, given: Answers | undefined, isReading: boolean): ImportAnswer | null {
  const { key = '', answer: taken = null } = row.question ?? {};
  return isReading ? (given?.[key] ?? taken) : taken;
}

export function withAnswers(choices: ImportChoices, answers: Answers): ImportChoices {
  return { ...choices, answers: { ...choices.answers, ...answers } };
}
