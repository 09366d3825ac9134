import { descriptions } from '../../backends/descriptions';
import { Origin } from '../../model/place';
import type { Promotion } from '../../model/promotion';
import { rulesOn } from '../../model/rules';
import { promotionRules } from '../../model/rules/promotions';
import { cases, type Project } from './promotion-rules.cases';

const at = (file: string) => new Origin({ source: { file }, path: [] });

const promotionOf = ({ environments, pins = {}, releases = {}, waiting = {} }: Project, whole = true): Promotion => ({
  links: Object.entries(environments).map(([name, { from }]) => ({
    name,
    promotesFrom: from,
    origin: at(`environments/${name}.ts`),
  })),
  whole,
  pins: Object.fromEntries(Object.entries(pins).map(([name, release]) => [name, { release, earlier: [] }])),
  pinsOrigin: at('environments/pins.json'),
  releases: new Map(
    Object.entries(releases).map(([id, state]) => [id, { state, actual: 'bbbbbbbbbbbb', origin: at(`${id}.json`) }]),
  ),
  waiting: Object.entries(waiting).map(([environment, name]) => ({ environment, noun: 'topics', name })),
  strayed: Object.entries(environments).flatMap(([name, { strayed }]) => (strayed ? [name] : [])),
});
const found = (project: Project, whole?: boolean) =>
  promotionRules.flatMap(({ code, check }) =>
    [...check(promotionOf(project, whole))].map((finding) => ({ code, ...finding })),
  );
const codes = (project: Project, whole?: boolean) => found(project, whole).map(({ code }) => code);

test('each rule of promotion has a code that no other rule has, a title, a source and a case', () => {
  const all = [...rulesOn(descriptions), ...promotionRules].map(({ code }) => code);
  expect(new Set(all).size).toBe(all.length);
  expect(promotionRules.filter(({ title, source }) => title.length < 10 || source.length < 10)).toEqual([]);
  expect(promotionRules.map(({ code }) => code)).toEqual(Object.keys(cases));
});

describe.each(promotionRules.map(({ code, title }) => [code, title] as const))('%s %s', (code) => {
  const { failing, nearly } = cases[code] ?? { failing: { environments: {} }, nearly: { environments: {} } };

  test('refuses a project that breaks it, and says of which environment, where, what and how to mend it', () => {
    const findings = found(failing).filter((finding) => finding.code === code);
    expect(findings).not.toEqual([]);
    for (const { environment, place, problem, fix } of findings) {
      expect(environment).not.toBe('');
      expect(place.source.file).toMatch(/\.(ts|json)$/);
      expect(problem.length).toBeGreaterThan(10);
      expect(fix.length).toBeGreaterThan(3);
    }
  });

  test('lets a project pass that comes near it', () => {
    expect(codes(nearly)).not.toContain(code);
  });
});

test('a circle is told of each environment that is in it, and of none that only hangs on it', () => {
  const environments = { a: { from: 'b' }, b: { from: 'a' }, c: { from: 'a' } };
  expect(found({ environments }).map(({ code, environment }) => `${code} ${environment}`)).toEqual([
    'KFK-P003 a',
    'KFK-P003 b',
    'KFK-P007 c',
  ]);
});

test('where only some environments were read, those that were not are not called unknown', () => {
  const project: Project = {
    environments: { staging: { from: 'dev' } },
    pins: { staging: 'aaaaaaaaaaaa', prod: 'aaaaaaaaaaaa' },
  };
  expect(codes({ ...project, releases: { aaaaaaaaaaaa: 'there' } }, false)).toEqual([]);
});

test('a pin of an environment that follows the working tree is told, whatever was read', () => {
  expect(codes({ environments: { dev: {} }, pins: { dev: 'aaaaaaaaaaaa' } }, false)).toEqual(['KFK-P004']);
});
