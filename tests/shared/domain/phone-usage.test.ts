import { expect, test } from 'vitest';
import { areaUsageOf, followUsage } from '#shared/domain/phone-usage.ts';

test('a bare number takes the area code that the list writes for the same leading digits', () => {
  const usage = areaUsageOf(['０８３－３８６－０３５２', '832204863', '0820-22-1111']);
  expect(followUsage('0833-82-5184', usage)).toBe('083-382-5184');
  expect(followUsage('0820-22-9999', usage)).toBe('0820-22-9999');
  expect(followUsage('083-220-4863', usage)).toBe('083-220-4863');
});

test('a list that writes the same digits in two ways decides nothing', () => {
  const usage = areaUsageOf(['083-386-0352', '0833-72-1234']);
  expect(followUsage('0833-82-5184', usage)).toBe('0833-82-5184');
});
