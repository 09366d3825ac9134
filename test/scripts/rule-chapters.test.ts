import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptions } from '../../backends/descriptions';
import { rulesOn } from '../../model/rules';
import { promotionRules } from '../../model/rules/promotions';
import { chapterOf, chapters } from '../../scripts/tools/generate/rule-chapters';
import { rangesOf } from '../../scripts/tools/generate/rules';

const codes = [...rulesOn(descriptions), ...promotionRules].map(({ code }) => code);

describe('the chapters of the rules', () => {
  test('each rule stands in one of them, and a code that belongs nowhere is told', () => {
    expect(() => codes.map(chapterOf)).not.toThrow();
    expect(() => chapterOf('KFK-X998')).toThrow('KFK-X998 is in no chapter of the rules');
  });

  test('each of their families has a rule', () => {
    const families = chapters.flatMap(({ codes }) => codes);
    expect(families.filter(([first, last]) => !codes.some((code) => first <= code && code <= last))).toEqual([]);
  });

  test('each lists its codes in runs, without those between them that stand elsewhere', () => {
    const family = { codes: [['KFK-E001', 'KFK-E019']] } as const;
    const here = ['KFK-E001', 'KFK-E002', 'KFK-E003', 'KFK-E006'];
    expect(rangesOf(family, here, [])).toBe('KFK-E001 to E006');
    expect(rangesOf(family, here, ['KFK-E005', 'KFK-E020'])).toBe('KFK-E001 to E003, E006');
  });

  test('each names guides that are there, and headings that they have', () => {
    const guides = chapters.flatMap(({ guides }) => guides);
    expect(guides.filter((guide) => !isThere(guide))).toEqual([]);
    expect(isThere('../guides/policy.md#nothing')).toBe(false);
  });
});

function isThere(guide: string): boolean {
  const [file = '', heading] = guide.split('#');
  const path = join('docs/reference', file);
  if (!existsSync(path) || heading === undefined) return existsSync(path);
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm);
  return [...headings].some(([, text = '']) => text.toLowerCase().replaceAll(' ', '-') === heading);
}
