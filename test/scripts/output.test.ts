import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtProject } from '../support/built-project';
import { small } from '../support/describe';

const broken = { ...small, name: 'broken', profile: 'prod', clusters: { main: { backend: 'kafka', brokers: 0 } } };
const left = "Promise.reject(new Error('nobody waits'));\nexport const data = {};\n";
const project = builtProject({ 'environments/test.yaml': small, 'broken.yaml': broken, 'left.ts': left });
const noStack = /\n\s+at |node:internal|\.ts:\d+:\d+\)/;

describe('check', () => {
  test('of a clean description ends with 0, says so to people, and prints nothing', () => {
    const { code, stdout, stderr } = project.kit('check');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('no problems');
  });

  test('counts operators beside applications, for which they stand', () => {
    expect(project.kit('check').stderr).toMatch(/: 2 topics, 2 applications, \d+ flows/);
    project.write('operated.yaml', { ...small, operators: { oncall: { owner: 'orders', role: 'read-only' } } });
    const { stderr } = project.kit('check', '--file', 'operated.yaml');
    expect(stderr).toMatch(/: 2 topics, 2 applications, 1 operator, \d+ flows/);
  });

  test('of a broken one ends with 1 and tells every problem: place, code, what, how to mend it', () => {
    const { code, stdout, stderr } = project.kit('check', '--file', 'broken.yaml');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /broken\.yaml:\d+:\d+ {2}error KFK-K002 {2}clusters\.main\.brokers {2}\(asked for by every profile\)\n {4}0 is given.*\n {4}fix: write 1 or more/,
    );
    expect(stderr).toContain('KFK-S004');
    expect(stderr).toContain('2 errors');
  });

  test('of one that leaves a promise to fail is told in words', () => {
    const { code, stderr } = project.kit('check', '--file', 'left.ts');
    expect(stderr).toContain('nobody waits');
    expect(stderr).not.toMatch(noStack);
    expect(code).toBe(2);
  });

  test('as JSON is the problems and nothing else on stdout', () => {
    const { code, stdout, stderr } = project.kit('check', '--file', 'broken.yaml', '--format', 'json');
    const { problems, ...rest } = JSON.parse(stdout);
    expect({ code, stderr, rest }).toEqual({ code: 1, stderr: '', rest: {} });
    expect(problems.map((problem: object) => Object.keys(problem))).toEqual(
      Array(2).fill(['code', 'severity', 'file', 'path', 'problem', 'fix']),
    );
    expect(JSON.parse(project.kit('check', '--format', 'json').stdout)).toEqual({ problems: [] });
  });

  test('as SARIF gives each problem its line', () => {
    const [run] = JSON.parse(project.kit('check', '--file', 'broken.yaml', '--format', 'sarif').stdout).runs;
    expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`)).toEqual([
      'error KFK-K002',
      'error KFK-S004',
    ]);
    const { artifactLocation, region } = run.results[0].locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'broken.yaml' });
    expect(region.startLine).toBeGreaterThan(1);
    const [, shape] = run.tool.driver.rules;
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'KFK-K002',
      shortDescription: { text: 'A cluster has a broker' },
      defaultConfiguration: { level: 'error' },
      properties: { profile: 'baseline', waivable: false },
    });
    expect(shape).toEqual({
      id: 'KFK-S004',
      shortDescription: { text: 'a value is not one of those that are allowed' },
    });
  });
});

describe('a rule of a profile that may be waived', () => {
  const two = { backend: 'kafka', brokers: 2 };
  const described = { ...small, name: 'waived', profile: 'production', disposable: false, clusters: { main: two } };
  const check = (file: string, ...options: string[]) => project.kit('check', '--file', file, ...options);
  const waiver = (text: string) => / or waivers: (\[.*KFK-K001.*\])/.exec(text)?.[1] ?? 'none';

  test('is refused with who asks for it, and with a waiver that, once it says why and who, satisfies it as it is pasted', () => {
    project.write('waived.yaml', described);
    const { code, stderr } = check('waived.yaml');
    expect(code).toBe(1);
    expect(stderr).toContain('error KFK-K001  clusters.main.brokers  (asked for by profile production)');
    const pasted = waiver(stderr);
    project.write('pasted.yaml', `${JSON.stringify(described).slice(0, -1)}, "waivers": ${pasted}}`);
    expect(check('pasted.yaml').stderr).toContain("'…' says to nobody why");
    const said = pasted.replace("reason: '…'", "reason: 'two are bought'").replace("owner: '…'", "owner: 'orders'");
    project.write('said.yaml', `${JSON.stringify(described).slice(0, -1)}, "waivers": ${said}}`);
    const text = check('said.yaml').stderr;
    expect(text).not.toMatch(/error KFK-K001|KFK-E005|KFK-W00/);
    expect(text).toContain('1 waived');
    // The very same text is TypeScript.
    expect(new Function(`return ${said}`)()).toMatchObject([{ code: 'KFK-K001', path: 'clusters.main.brokers' }]);
  });

  test('says both to machines', () => {
    project.write('waived.yaml', described);
    const { problems } = JSON.parse(check('waived.yaml', '--format', 'json').stdout);
    expect(problems.find(({ code }: { code: string }) => code === 'KFK-K001')).toMatchObject({
      profile: 'production',
      waiver: { code: 'KFK-K001', path: 'clusters.main.brokers', reason: '…', owner: '…' },
    });
    const [run] = JSON.parse(check('waived.yaml', '--format', 'sarif').stdout).runs;
    expect(JSON.stringify(run.results)).toContain("asked for by the profile 'production'");
    expect(run.tool.driver.rules).toContainEqual(
      expect.objectContaining({ id: 'KFK-K001', properties: { profile: 'production', waivable: true } }),
    );
  });
});

describe('access', () => {
  const columns = [
    'cluster',
    'application',
    'principal',
    'resourceType',
    'resourceName',
    'patternType',
    'operation',
    'permission',
    'host',
    'from',
  ];

  test('as JSON is the permissions in Kafka’s terms, sorted', () => {
    const { code, stdout, stderr } = project.kit('access', 'test', '--format', 'json');
    const permissions: Record<string, string>[] = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const permission of permissions) expect(Object.keys(permission).sort()).toEqual([...columns].sort());
    expect(
      permissions.map(({ application, operation, resourceType }) => `${application} ${operation} ${resourceType}`),
    ).toEqual(['billing Read Group', 'billing Read Topic', 'billing Write Topic', 'shop Write Topic']);
  });

  test('as CSV has a line of names and a line for each permission', () => {
    const [head, ...lines] = project.kit('access', 'test', '--format', 'csv').stdout.trimEnd().split('\n');
    expect(head).toBe([...columns, 'tokens', 'until', 'identity'].join(','));
    expect(lines).toHaveLength(4);
  });

  test('as text says which flow asks for what', () => {
    const { stdout, stderr } = project.kit('access', 'test');
    expect(stdout).toMatch(/^shop +Write +Topic +orders\.created +applications\.shop\.produces\['orders\.created'\]$/m);
    expect(stderr).toBe('4 permissions\n');
  });

  test('of a broken description ends with 1 and prints its problems in the format that was asked for', () => {
    const { code, stdout, stderr } = project.kit('access', 'broken', '--file', 'broken.yaml', '--format', 'json');
    expect({ code, printed: Object.keys(JSON.parse(stdout)) }).toEqual({ code: 1, printed: ['problems'] });
    expect(stderr).not.toMatch(noStack);
    expect(project.kit('access', 'broken', '--file', 'broken.yaml').stdout).toBe('');
  });
});

test('explain prints what a name is, as text and as JSON', () => {
  expect(project.kit('explain', 'test', 'orders.created').stdout).toMatch(/^produced by +shop$/m);
  expect(project.kit('explain', 'test', 'main').stdout).toMatch(/^cluster +main$/m);
  expect(JSON.parse(project.kit('explain', 'test', 'shop', '--format', 'json').stdout)).toMatchObject({
    application: 'shop',
  });
});

describe('synth', () => {
  test('writes what it says it writes', () => {
    const { code, stdout } = project.kit('synth', '--out', 'build', '--format', 'json');
    expect({ code, written: JSON.parse(stdout) }).toEqual({
      code: 0,
      written: {
        environments: [
          {
            environment: 'test',
            folder: 'build/test',
            stacks: [{ stack: 'test-main-orders', resources: 8 }],
            units: [],
          },
        ],
      },
    });
    expect(existsSync(join(project.folder, 'build/test/terraform/stacks/test-main-orders/cdk.tf.json'))).toBe(true);
  });

  test('says which plans end when it records what is not applied yet, and where their steps are', () => {
    const more = { ...small, name: 'more', platform: { ...small.platform } };
    project.write('more/more.yaml', more);
    const synth = () => project.kit('synth', '--file', 'more/more.yaml', '--out', 'more/out', '--record');
    expect(synth().stderr).not.toContain('recorded');
    const topics = { 'orders.created': { owner: 'orders', partitions: 12 } };
    project.write('more/more.yaml', { ...more, platform: { ...small.platform, topics } });
    const { stderr } = synth();
    expect(stderr).toMatch(/more is recorded .*\n {2}orders\.created: 12 partitions instead of \d+/);
    expect(stderr).toContain(join('more', 'out', 'more', 'report', 'plans.json'));
    expect(synth().stderr).not.toContain('recorded');
  });

  test('of a broken description writes nothing', () => {
    expect(project.kit('synth', '--file', 'broken.yaml', '--out', 'nothing').code).toBe(1);
    expect(existsSync(join(project.folder, 'nothing'))).toBe(false);
  });
});
