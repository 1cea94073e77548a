import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import { errorMessages } from '#shared/messages/errors.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { makeZip } from '#tests/helpers/make-workbook.ts';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

/** More mutants for a nightly run: FUZZ_MUTANTS=10000 npx vitest run tests/electron/core/excel/read/fuzz.test.ts */
const mutants = Number(process.env['FUZZ_MUTANTS'] ?? 300);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_401);
const fixtures = join(import.meta.dirname, '../../../../fixtures');
const folder = mkdtempSync(join(tmpdir(), 'daicho-fuzz-'));
// A mutant may well loop in the library that reads .xls: the process is then killed, and the next mutant needs a new one.
const host = createNodeParserHost({ limits: { timeMs: 2_000 } });

/** A small generator with a seed (mulberry32), so that a failing mutant can be made again. */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;

function changeBytes(source: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(source);
  for (let count = 1 + random(8); count > 0; count -= 1) bytes[random(bytes.length)] = random(256);
  return random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
}

const tokens = [
  '<',
  '>',
  '"',
  '/',
  '&',
  '<row>',
  '</row>',
  '<c r="ZZ9">',
  '<!--',
  '<![CDATA[',
  '-1',
  '1e999',
  '99999999999',
  'NaN',
];
const cuts = [/<[^<>]*>/g, /"[^"]*"/g, /\d+/g];

/** Takes out, doubles, moves or replaces one tag, value or number of an XML part. */
function changeXml(text: string, random: Random): string {
  const matches = [...text.matchAll(cuts[random(cuts.length)] ?? /</g)];
  const match = matches[random(matches.length)];
  if (match === undefined) return text;
  const other = matches[random(matches.length)]?.[0] ?? '';
  const replacement = ['', match[0] + match[0], other, tokens[random(tokens.length)] ?? ''][random(4)] ?? '';
  return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
}

/** Changes inside the package, with a directory and checksums that are right again, so that the readers behind it are reached. */
function changePackage(source: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(source);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const name = names[random(names.length)] ?? '';
  if (random(10) === 0) delete parts[name];
  else {
    let text = Buffer.from(parts[name] ?? []).toString('utf8');
    for (let count = 1 + random(3); count > 0; count -= 1) text = changeXml(text, random);
    parts[name] = Buffer.from(text);
  }
  return makeZip(parts);
}

const sources = [
  ['様式_40特徴.xlsx', changePackage],
  ['下関市_役割区分と成果指標_R7.xlsx', changePackage],
  ['山口市_実行計画実施状況一覧.ods', changePackage],
  ['県様式第3号_登録団体数等報告書.xlsx', changeBytes],
  ['登録団体一覧_R7.xls', changeBytes],
  ['登録団体一覧_cp932.csv', changeBytes],
] as const;

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

describe(`damaged files, seed ${seed}`, () => {
  it.each(sources)(
    '%s: every mutant ends in a workbook or a plain message',
    { timeout: mutants * 1_000 },
    async (name, change) => {
      const source = readFileSync(join(fixtures, name));
      const outcomes = new Map<string, number>();
      for (let index = 0; index < mutants / sources.length; index += 1) {
        const path = join(folder, 'mutant');
        writeFileSync(path, change(source, randomFrom(seed + index)));
        const outcome = await host.parse(path, {}).then(
          () => 'workbook',
          (error) => (error instanceof AppError ? error.code : `mutant ${index}: ${String(error)}`),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      const unknown = [...outcomes.keys()].filter((outcome) => outcome !== 'workbook' && !(outcome in errorMessages));
      expect(unknown).toEqual([]);
      expect(outcomes.get('PARSE_CRASHED') ?? 0).toBe(0);
      if (process.env['FUZZ_SHOW'] !== undefined) process.stderr.write(`${name} ${JSON.stringify([...outcomes])}\n`);
    },
  );

  it('and the parser reads a sound file afterwards', async () => {
    const workbook = await host.parse(join(fixtures, '登録団体一覧_R7.xlsx'), {});
    expect(workbook.sheets[0]?.rows).toHaveLength(269);
  });
});
