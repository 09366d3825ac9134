import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve as path } from 'node:path';
import { evidenceOf } from '../../../workflows/evidence/evidence';
import { evidenceShape } from '../../../workflows/evidence/evidence-shape';
import { markdownOf } from '../../../workflows/evidence/markdown';
import { loadCompiled } from '../../../workflows/load/compiled';
import { day, onKubernetes, told } from './told';

const { environments } = loadCompiled({ folder: path(__dirname, '..', '..', '..'), today: day });

describe.each(environments.map((it) => [it.name, it] as const))(
  'the environment %s',
  (_, { resolved, waived, description }) => {
    if (!resolved) throw new Error('it does not compile');
    const of = () => evidenceOf(resolved, { day, waived, release: description.release });

    test('has the shape that is documented', () => {
      expect(evidenceShape.safeParse(JSON.parse(JSON.stringify(of()))).error).toBeUndefined();
    });

    test('says the same twice, without a clock', () => {
      expect(JSON.stringify(of())).toBe(JSON.stringify(of()));
      expect(markdownOf(of())).toBe(markdownOf(of()));
    });

    test('names every topic and every application that signs in', () => {
      const evidence = of();
      expect(evidence.topics.map(({ name }) => name).sort()).toEqual([...resolved.topics.keys()].sort());
      expect(new Set(evidence.credentials.map(({ who }) => who))).toEqual(new Set(resolved.applications.keys()));
    });
  },
);

test('what people read of one environment is what they read before', () => {
  const file = join(__dirname, 'golden', 'prod.md');
  const prod = environments.find(({ name }) => name === 'prod');
  if (!prod?.resolved) throw new Error('prod does not compile');
  const { resolved, waived, description } = prod;
  const markdown = markdownOf(evidenceOf(resolved, { day, waived, release: description.release }));
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(join(__dirname, 'golden'), { recursive: true });
    writeFileSync(file, markdown);
  }
  expect(markdown).toBe(readFileSync(file, 'utf8'));
});

test('what somebody wrote makes no heading, no cell, no link and no HTML', () => {
  const evil = 'a | b\n# c <script>alert(1)</script> [d](javascript:e) `f`';
  const accepts = { 'audit-access': { reason: evil, owner: 'orders', until: '2026-12-31' } };
  const markdown = markdownOf(told({ ...onKubernetes, accepts }));
  const line = markdown.split('\n').find((each) => each.includes('alert(1)')) ?? '';
  expect(line).toContain('a \\| b \\# c \\<script\\>alert(1)\\</script\\> \\[d\\](javascript:e) \\`f\\`');
  expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(7);
  expect(markdown).not.toContain('\n# c');
});
