import { describe, expect, test } from 'vitest';
import { createKanaCapture, type KanaCapture } from '#renderer/sheet/input/kana-capture.ts';

/** A text field in which a composition stands at the end, with the events in Chromium's order. */
function createField(capture: KanaCapture = createKanaCapture()) {
  let settled = '';
  const compose = (updates: readonly string[], end = updates.at(-1) ?? '', selected = ''): void => {
    if (selected !== '') settled = settled.slice(0, settled.length - selected.length);
    capture.compositionStart(selected);
    for (const data of updates) {
      capture.compositionUpdate(data);
      capture.input(settled + data, 'insertCompositionText');
    }
    settled += end;
    capture.compositionEnd(end);
  };
  const set = (text: string, inputType: string): void => {
    settled = text;
    capture.input(text, inputType);
  };
  const type = (letters: string): void => {
    for (const letter of letters) set(settled + letter, 'insertText');
  };
  return {
    compose,
    type,
    set,
    backspace: () => set(settled.slice(0, -1), 'deleteContentBackward'),
    paste: (text: string) => set(settled + text, 'insertFromPaste'),
    text: () => settled,
    reading: () => capture.reading(),
    capture,
  };
}

describe('the reading of a typed text by the input methods in use', () => {
  test('MS-IME: full-width consonants, conversion by space, next candidate', () => {
    const field = createField();
    field.compose(['ｍ', 'ま', 'まｔ', 'まつ', 'まつｎ', 'まつな', 'まつなｇ', 'まつなが', '松永', '松長', '松永']);
    expect(field.text()).toBe('松永');
    expect(field.reading()).toBe('マツナガ');
  });

  test('MS-IME: the next word begins by typing on, each composition adds its part', () => {
    const field = createField();
    field.compose(['ｍ', 'ま', 'まｔ', 'まつ', 'まつな', 'まつなｇ', 'まつなが', '松永']);
    field.type('　');
    field.compose(['ｈ', 'は', 'はｎ', 'はな', 'はなｋ', 'はなこ', '花子']);
    expect(field.text()).toBe('松永　花子');
    expect(field.reading()).toBe('マツナガ　ハナコ');
  });

  test('ATOK: half-width consonants, a sentence converted in parts with kana between', () => {
    const field = createField();
    const typed = [
      's',
      'し',
      'しm',
      'しも',
      'しもn',
      'しものせきしの',
      'しものせきしのかい',
      '下関市の会',
      '下関市の貝',
    ];
    field.compose([...typed, '下関市の会']);
    expect(field.reading()).toBe('シモノセキシノカイ');
  });

  test('anthy: half-width consonants, clauses converted one after the other', () => {
    const field = createField();
    field.compose(['s', 'し', 'しm', 'しみ', 'しみんの', '市民の']);
    field.compose(['k', 'か', 'かい', '会', '回', '会']);
    expect(field.text()).toBe('市民の会');
    expect(field.reading()).toBe('シミンノカイ');
  });

  test('anthy: of a clause that is confirmed before the rest nobody knows which kana were its own', () => {
    const field = createField();
    field.compose(['まつながはなこ', '松永花子', '松永']);
    field.compose(['花子']);
    expect(field.text()).toBe('松永花子');
    expect(field.reading()).toBe('');
  });

  test('macOS: text is converted while it is typed', () => {
    const field = createField();
    field.compose(['m', 'ま', 'まt', 'まつ', '松', '松n', '松な', '松なg', '松なが', '松永']);
    expect(field.reading()).toBe('マツナガ');
  });

  test('macOS: a conversion that swallows a half-typed kana leaves the reading unknown', () => {
    const field = createField();
    field.compose(['m', 'ま', 'まt', 'まつ', '松', '松n', '松な', '松なg', '松永']);
    expect(field.reading()).toBe('');
  });

  test('a lone n before the space bar is ん', () => {
    const field = createField();
    field.compose(['k', 'け', 'けn', '県']);
    expect(field.reading()).toBe('ケン');
  });

  test('okurigana keep their own reading', () => {
    const field = createField();
    field.compose(['おおきい', '大きい']);
    field.compose(['き', '木']);
    expect(field.reading()).toBe('オオキイキ');
    field.backspace();
    expect(field.text()).toBe('大きい');
    expect(field.reading()).toBe('オオキイ');
  });

  test('kana that stay kana, F7 katakana and half-width katakana read as themselves', () => {
    const field = createField();
    field.compose(['まつば', 'マツバ']);
    field.compose(['せんたー', 'ｾﾝﾀｰ']);
    field.compose(['がっきゅう']);
    expect(field.text()).toBe('マツバｾﾝﾀｰがっきゅう');
    expect(field.reading()).toBe('マツバセンターガッキュウ');
  });

  test('typed letters and digits stay, letters that kana were converted to have the reading of the kana', () => {
    const field = createField();
    field.type('NPO 2');
    field.compose(['まつ', '松']);
    expect(field.reading()).toBe('NPO 2マツ');
    const converted = createField();
    converted.compose(['えぬぴーおー', 'NPO']);
    expect(converted.reading()).toBe('エヌピーオー');
  });

  test('while a kana is half typed the consonant is not part of the reading', () => {
    const { capture } = createField();
    capture.compositionStart();
    for (const data of ['k', 'か', 'かm']) capture.compositionUpdate(data);
    expect(capture.reading()).toBe('カ');
  });
});

describe('corrections', () => {
  test('a word deleted as a whole takes its reading along', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.compose(['はなこ', '花子']);
    field.backspace();
    field.backspace();
    expect(field.reading()).toBe('マツナガ');
    field.compose(['たろう', '太郎']);
    expect(field.reading()).toBe('マツナガタロウ');
  });

  test('a word of which a part is deleted is unknown until all of it is gone', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.compose(['はなこ', '花子']);
    field.backspace();
    expect(field.reading()).toBe('');
    field.backspace();
    expect(field.reading()).toBe('マツナガ');
  });

  test('conversion again of a confirmed word', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.compose(['はなこ', '花子']);
    field.compose(['花子', 'はなこ', '華子'], '華子', '花子');
    expect(field.text()).toBe('松永華子');
    expect(field.reading()).toBe('マツナガハナコ');
  });

  test('conversion again that the event does not announce', () => {
    const capture = createKanaCapture();
    const field = createField(capture);
    field.compose(['はなこ', '花子']);
    capture.compositionStart();
    for (const data of ['花子', '華子']) {
      capture.compositionUpdate(data);
      capture.input(data, 'insertCompositionText');
    }
    capture.compositionEnd('華子');
    expect(capture.reading()).toBe('ハナコ');
  });

  test('a composition given up by Esc leaves nothing', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.compose(['は', 'はな', '']);
    expect(field.text()).toBe('松永');
    expect(field.reading()).toBe('マツナガ');
  });

  test('a prediction that is longer than what was typed is not believed', () => {
    const field = createField();
    field.compose(['ま', '松永花子']);
    expect(field.reading()).toBe('');
  });
});

describe('what cannot be known', () => {
  test('a pasted text has no reading, until it is gone', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.paste('花子');
    expect(field.reading()).toBe('');
    field.set('松永', 'deleteContentBackward');
    expect(field.reading()).toBe('マツナガ');
  });

  test('an edit in the middle makes it unknown, also by composition', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.compose(['はなこ', '花子']);
    field.set('松永 花子', 'insertText');
    expect(field.reading()).toBe('');
    const other = createField();
    other.compose(['まつなが', '松永']);
    other.capture.compositionStart();
    other.capture.compositionUpdate('こ');
    other.capture.input('こ松永', 'insertCompositionText');
    other.capture.compositionEnd('小');
    expect(other.reading()).toBe('');
  });

  test('an edit that begins with the old text is unknown; typing all of it anew is known', () => {
    const field = createField();
    field.capture.begin('松永花子');
    field.set('松永花子', '');
    field.type('様');
    expect(field.reading()).toBe('');
    field.set('', 'deleteContentBackward');
    field.compose(['はなこ', '花子']);
    expect(field.reading()).toBe('ハナコ');
  });

  test('a new edit forgets the one before', () => {
    const field = createField();
    field.compose(['まつなが', '松永']);
    field.capture.begin('');
    expect(field.reading()).toBe('');
  });

  test('an ideograph that comes without a composition is unknown', () => {
    const field = createField();
    field.type('松');
    expect(field.reading()).toBe('');
  });

  test('100,000 letters, control characters and lone surrogates do no harm', () => {
    const field = createField();
    const started = performance.now();
    field.paste('<b>\u0000\uD800'.repeat(20_000));
    field.type('a');
    field.compose(['k'.repeat(100_000), '松'.repeat(100_000)]);
    expect(field.reading()).toBe('');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
