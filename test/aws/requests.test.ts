/** What the kit asks of AWS, held against the models from which AWS' own SDKs are made. AWS itself is never asked. */
import { botocoreIsThere, modelOf } from '../support/botocore';
import { type Evaluated, evaluated } from './evaluated';
import { judge, shapeOf } from './judge';
import { mappings } from './mapping';
import { committed, countIn, stacksOf } from './stacks';

jest.setTimeout(300_000);

const botocore = botocoreIsThere ? describe : describe.skip;
if (!botocoreIsThere)
  process.stderr.write('SKIPPED: botocore is not in the cache, and there is no Python with pip to get it\n');

botocore('requests to AWS, by botocore’s models (not by AWS)', () => {
  let resources: readonly Evaluated[] = [];
  let synthesized = 0;

  beforeAll(async () => {
    const environments = committed('msk');
    expect(environments.map(({ environment }) => environment.name)).toEqual(['prod', 'staging']);
    const stacks = stacksOf(environments);
    synthesized = stacks.map(countIn).reduce((a, b) => a + b, 0);
    resources = await evaluated(stacks);
  });

  test('each member that a mapping names is one of the operation’s', () => {
    const wrong = Object.entries(mappings).flatMap(([type, { calls }]) =>
      calls.flatMap(({ service, operation, members, known = {} }) =>
        [...Object.values(members).map((to) => (typeof to === 'string' ? to : to.to)), ...Object.keys(known)].flatMap(
          (path) =>
            isMember(service, shapeOf(service, operation), path)
              ? []
              : [`${type}: ${service} ${operation} has no ${path}`],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('staging and prod ask nothing of AWS that its services would not take', () => {
    const { problems, judged, typed, requests, values, unread } = judge(resources);
    process.stderr.write(
      [
        `botocore: ${resources.length} resources and look-ups of ${synthesized} synthesized; ${requests} requests with ${values} values`,
        `judged: ${counts(judged)}`,
        `by typed bindings only: ${counts(typed) || 'none'}`,
        `forms that JavaScript cannot read: ${unread.join(' ') || 'none'}\n`,
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(resources).toHaveLength(synthesized);
    expect([...judged.values(), ...typed.values()].reduce((a, b) => a + b, 0)).toBe(synthesized);
    expect(synthesized).toBeGreaterThan(50);
  });
});

const counts = (types: ReadonlyMap<string, number>): string =>
  [...types]
    .sort()
    .map(([type, count]) => `${count} ${type}`)
    .join(', ');

function isMember(service: Parameters<typeof modelOf>[0], shape: string, path: string): boolean {
  let at = modelOf(service).shapes[shape];
  for (const segment of path.split('.')) {
    const member = at?.members?.[segment.replace('[]', '')];
    if (!member) return false;
    at = modelOf(service).shapes[member.shape];
    if (segment.endsWith('[]')) {
      if (!at?.member) return false;
      at = modelOf(service).shapes[at.member.shape];
    }
  }
  return true;
}
