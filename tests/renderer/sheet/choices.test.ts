import { describe, expect, test } from 'vitest';
import { chosenText, exactChoice, fittingChoices } from '#renderer/sheet/choices.ts';

const choices = [
  { text: '◎', label: '◎ 実施済', keys: ['1', '実施済'] },
  { text: '○', label: '○ 継続推進', keys: ['2', '継続推進'] },
  { text: '×', label: '× 検討中', keys: ['4', '検討中'] },
  { text: '', label: '(空白)', keys: [] },
];

describe('choosing a value by keyboard', () => {
  test.each([
    ['its glyph', '◎', '◎'],
    ['its number', '2', '○'],
    ['its number in full width', '４', '×'],
    ['its meaning', '検討中', '×'],
    ['its meaning with blanks around', ' 実施済 ', '◎'],
    ['nothing', '', ''],
  ])('a choice is named by %s', (_, typed, text) => {
    expect(chosenText(choices, typed)).toBe(text);
  });
  test('a text that names no choice is kept, so that the ledger can say what is wrong with it', () => {
    expect(chosenText(choices, '○(一部)')).toBe('○(一部)');
    expect(exactChoice(choices, '○(一部)')).toBeUndefined();
  });
  test('while typing, choices that contain the text stay in sight and an exact one comes first', () => {
    expect(fittingChoices(choices, '続').map((choice) => choice.text)).toEqual(['○']);
    expect(fittingChoices(choices, '4').map((choice) => choice.text)).toEqual(['×']);
    expect(fittingChoices(choices, '')).toHaveLength(4);
  });
});
