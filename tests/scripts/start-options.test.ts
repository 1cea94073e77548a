import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '#scripts/start/options.mjs';

const folder = path.resolve('/home/shien');
const plain = { shell: 'auto', open: true, ledger: null, port: null, help: false };

function parse(...args: readonly string[]) {
  return parseStartOptions(args, folder);
}

describe('the options of npm start', () => {
  it.each([
    { args: [], differs: {} },
    { args: ['--electron'], differs: { shell: 'electron' } },
    { args: ['--browser'], differs: { shell: 'browser' } },
    { args: ['--no-open'], differs: { shell: 'browser', open: false } },
    { args: ['--port', '8080'], differs: { shell: 'browser', port: 8080 } },
    { args: ['--port=0'], differs: { shell: 'browser', port: 0 } },
    { args: ['--ledger', '台帳.daicho'], differs: { ledger: path.join(folder, '台帳.daicho') } },
    { args: ['--ledger=a=b.daicho'], differs: { ledger: path.join(folder, 'a=b.daicho') } },
    { args: ['--help'], differs: { help: true } },
  ])('$args are understood', ({ args, differs }) => {
    expect(parse(...args)).toEqual({ ok: true, options: { ...plain, ...differs } });
  });

  it.each([
    { args: ['--port'], says: '--port のあとに値が必要です。' },
    { args: ['--port', '70000'], says: '0 から 65535' },
    { args: ['--port', 'abc'], says: '0 から 65535' },
    { args: ['--ledger', '--browser'], says: '--ledger のあとに値が必要です。' },
    { args: ['--ledger='], says: '--ledger のあとに値が必要です。' },
    { args: ['--fast'], says: '分からない指定です: --fast' },
    { args: ['台帳.daicho'], says: '分からない指定です: 台帳.daicho' },
    { args: ['--browser=1'], says: '分からない指定です: --browser=1' },
    { args: ['--electron', '--no-open'], says: '一緒に使えません' },
    { args: ['--electron', '--port', '1'], says: '一緒に使えません' },
  ])('$args are refused with a reason and the usage', ({ args, says }) => {
    const parsed = parse(...args);
    expect(parsed.ok).toBe(false);
    const message = parsed.ok ? '' : parsed.message;
    expect(message).toContain(says);
    expect(message).toContain('使い方');
  });
});
