import { describe, expect, test } from 'vitest';
import { splitActivityFields } from '#shared/domain/activity-fields.ts';
import { addressKey, cleanAddress } from '#shared/domain/address.ts';
import { isCorporateNumber } from '#shared/domain/corporate-number.ts';
import { parseCount } from '#shared/domain/count.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { kanaReading } from '#shared/domain/kana.ts';
import { defaultStatusMarks, parseLegend, readMark } from '#shared/domain/marks.ts';
import { parseMunicipality, splitMunicipality } from '#shared/domain/municipalities.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { organizationNameKey, personName } from '#shared/domain/organization-name.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { parsePhone } from '#shared/domain/phone.ts';
import { parsePostal } from '#shared/domain/postal.ts';
import { parsePublicFlag } from '#shared/domain/public-flag.ts';
import { splitRepostLabel } from '#shared/domain/repost.ts';
import { cleanText, foldWidth, isDash, isDitto, matchKey } from '#shared/domain/text.ts';

const LENGTH = 300_000;
const units = ['-', ' ', '1 ', '(', '、', '【再掲', '令和', '\u0301\u0323', 'ﾞ\u0323', '号'];
const functions: Readonly<Record<string, (text: string) => unknown>> = {
  cleanText,
  foldWidth,
  matchKey,
  isDash,
  isDitto,
  organizationNameKey,
  personName,
  kanaReading,
  cleanAddress,
  addressKey,
  parseDate,
  parseFiscalYear,
  parsePhone,
  parsePostal,
  parseCount,
  parsePublicFlag,
  parseLegend,
  readMark: (text) => readMark(text, defaultStatusMarks),
  parseHeadingNumber,
  splitRepostLabel,
  splitActivityFields,
  parseOrganizationType,
  parseMunicipality,
  splitMunicipality,
  isCorporateNumber,
};

/** A quadratic function takes minutes on this, so the time limit of the test finds it. */
describe('a very long hostile text', () => {
  test.each(Object.entries(functions))('%s answers', (_name, run) => {
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(LENGTH / unit.length));
      expect(run(`○${text}x`)).not.toBeUndefined();
    }
  });
});
