import { builtProject } from '../support/built-project';
import { changed } from '../support/change';
import { small } from '../support/describe';

const denies = [{ topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.9'] }];
const project = builtProject({
  'environments/test.yaml': small,
  'base/environments/test.yaml': small,
  'wider.yaml': changed<unknown>(small, {
    'platform.applications.billing.produces': { 'orders.created': {} },
    waivers: [
      {
        code: 'KFK-F005',
        path: "applications.billing.consumes['orders.created']",
        reason: 'it stops',
        owner: 'orders',
        expires: '2099-01-01',
      },
    ],
  }),
  'denied.yaml': changed<unknown>(small, { 'platform.applications.shop.denies': denies }),
});

test('access prints denials and hosts to people, and a column for hosts only where there are some', () => {
  const { code, stdout } = project.kit('access', 'test', '--file', 'denied.yaml');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^application +may +on +name +coming from +because of\n/);
  expect(stdout).toMatch(/shop +not Write +Topic +orders\.created +10\.0\.0\.9 +applications\.shop\.denies\[0\]/);
  expect(project.kit('access', 'test').stdout).not.toContain('coming from');
});

describe('access --diff', () => {
  test('of what is the same ends with 0', () => {
    const { code, stdout, stderr } = project.kit('access', 'test', '--diff', 'base');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain("0 wider, 0 narrower than in 'base'");
  });

  test('of what only narrows ends with 0 and says so', () => {
    project.write('before.json', project.kit('access', 'test', '--format', 'json').stdout);
    const { code, stdout } = project.kit('access', 'test', '--file', 'denied.yaml', '--diff', 'before.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/narrower +shop +not Write/);
  });

  test('of what widens ends with 3, as text, JSON and CSV', () => {
    project.write('before.json', project.kit('access', 'test', '--file', 'denied.yaml', '--format', 'json').stdout);
    const asked = ['access', 'test', '--diff', 'before.json', '--format'];
    const text = project.kit(...asked, 'text');
    expect([text.code, text.stdout]).toEqual([3, expect.stringMatching(/wider +shop +not Write/)]);
    const json = project.kit(...asked, 'json');
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject({
      widened: [{ permission: 'Deny', host: '10.0.0.9' }],
      narrowed: [],
    });
    const csv = project.kit(...asked, 'csv');
    expect([csv.code, csv.stdout.split('\n')[0]]).toEqual([
      3,
      'change,cluster,application,principal,resourceType,resourceName,patternType,operation,permission,host,from,tokens,until,identity',
    ]);
  });

  test('of a base that nobody knows ends with 2 and says what can be named', () => {
    const { code, stdout, stderr } = project.kit('access', 'test', '--diff', 'nowhere');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('a branch, a commit, a folder with a checkout, or a file');
  });
});
