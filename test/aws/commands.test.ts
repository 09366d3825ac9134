/** What plans of rotations say to type for AWS, held against AWS' own models and what is synthesized. AWS itself is never asked. */
import { rotation } from '../../backends/msk/description/rotation';
import { type Renewed, renewables } from '../../model/rotation-facts';
import { mskClusterWithPasswords } from '../backends/msk/cluster';
import { botocoreIsThere, modelOf, type Service, type Shape } from '../support/botocore';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { stacksOf } from './stacks';

const botocore = botocoreIsThere ? describe : describe.skip;
const arn = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555';
const key = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';

const described = (more: object): Description =>
  changed<Description>(small as Description, {
    'clusters.main': { ...mskClusterWithPasswords, authentication: ['scram-sha-512', 'mtls'], ...more },
    'platform.applications.shop.authentication': 'mtls',
  });
const clusters: Readonly<Record<string, object>> = {
  'an authority and a key that the kit makes': { certificateAuthority: {} },
  'those of somebody else': { certificateAuthority: arn, encryptionKey: key },
};

/** `aws kms describe-key --key-id x`, and of a command within another one that, too. */
interface Typed {
  readonly service: string;
  readonly operation: string;
  readonly options: Readonly<Record<string, string>>;
}

/** As a shell reads it: what stands within `$(…)` is a command, too. */
function commandsIn(line: string): Typed[] {
  const inner = [...line.matchAll(/\$\(([^()]*)\)/g)].map(([, command = '']) => command);
  return [line.replaceAll(/"?\$\([^()]*\)"?/g, 'SAID'), ...inner].map((command) => {
    const [program, service = '', operation = '', ...rest] = command.split(' | ')[0]?.split(' ') ?? [];
    expect(program).toBe('aws');
    const options: Record<string, string> = {};
    for (let index = 0; index < rest.length; index += 2) {
      expect(rest[index]).toMatch(/^--[a-z-]+$/);
      expect(rest[index + 1]).toMatch(/^[^-]/);
      options[rest[index] as string] = rest[index + 1] as string;
    }
    return { service, operation, options };
  });
}

/** The command line's own; the rest is an operation's. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html */
const general = ['--query', '--output', '--region'];
const pascal = (kebab: string) => kebab.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const kebab = (name: string) => `--${name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase()}`;

function judge({ service, operation, options }: Typed): string[] {
  const { operations, shapes } = modelOf(service as Service);
  const input = operations[pascal(operation)]?.input?.shape;
  if (input === undefined) return [`${service} has no ${operation}`];
  const { members = {}, required = [] } = shapes[input] as Shape;
  const byOption = new Map(Object.entries(members).map(([name, member]) => [kebab(name), shapes[member.shape]]));
  const said = Object.entries(options).filter(([option]) => !general.includes(option));
  return [
    ...said.filter(([option]) => !byOption.has(option)).map(([option]) => `${operation} has no ${option}`),
    ...required
      .map(kebab)
      .filter((option) => !(option in options))
      .map((option) => `${operation} needs ${option}`),
    ...said.flatMap(([option, value]) =>
      misfits(value, byOption.get(option), shapes).map((why) => `${option}: ${why}`),
    ),
  ];
}

/** A word, or the short form of a structure: `Value=90,Type=DAYS`. */
function misfits(value: string, shape: Shape | undefined, shapes: Readonly<Record<string, Shape>>): string[] {
  if (shape?.enum && !shape.enum.includes(value)) return [`'${value}' is none of ${shape.enum}`];
  if (shape?.pattern && value !== 'SAID' && !new RegExp(shape.pattern, 'u').test(value))
    return [`'${value}' is not of its form`];
  if (shape?.type !== 'structure') return [];
  const fields = Object.fromEntries(value.split(',').map((field) => field.split('=') as [string, string]));
  return [
    ...(shape.required ?? []).filter((name) => !(name in fields)).map((name) => `${name} is missing`),
    ...Object.entries(fields).flatMap(([name, one]) => {
      const member = shape.members?.[name];
      return member ? misfits(one, shapes[member.shape], shapes) : [`there is no ${name}`];
    }),
  ];
}

describe.each(Object.entries(clusters))('with %s', (_, more) => {
  const resolved = resolve(described(more));
  const cluster = resolved.clusters.get('main') as Renewed['cluster'];
  const renewed: Renewed = { environment: 'test', cluster, application: 'shop' };
  const lines = renewables.flatMap(
    (of) => rotation.renewals[of]?.(renewed).flatMap(({ command }) => command ?? []) ?? [],
  );

  test('there is something to type', () => {
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'aws acm-pca issue-certificate',
      'aws kms rotate-key-on-demand',
    ]);
  });

  botocore('every command', () => {
    test.each(lines)('%s', (line) => {
      expect(commandsIn(line).flatMap(judge)).toEqual([]);
    });
  });

  test('names what its stacks make', () => {
    const written = stacksOf([resolved])
      .map(({ text }) => text)
      .join('\n');
    const named = lines.flatMap((line) => [
      ...line.matchAll(/(?:--key-id|--name|--certificate-authority-arn) ([\w/:-]+)/g),
    ]);
    expect(named.map(([, name]) => name).filter((name = '') => !written.includes(`"${name}"`))).toEqual([]);
    expect(named).not.toHaveLength(0);
  });
});

botocore('what nobody could type', () => {
  test.each([
    ['aws kms rotate-keys-on-demand --key-id x', 'kms has no rotate-keys-on-demand'],
    ['aws kms rotate-key-on-demand --key x', 'rotate-key-on-demand has no --key'],
    ['aws kms rotate-key-on-demand --region eu-west-1', 'rotate-key-on-demand needs --key-id'],
    [
      `aws acm-pca issue-certificate --certificate-authority-arn ${arn} --csr fileb://a --signing-algorithm RSA --validity Value=1,Type=DAYS`,
      "--signing-algorithm: 'RSA' is none of",
    ],
    [
      `aws acm-pca issue-certificate --certificate-authority-arn ${arn} --csr fileb://a --signing-algorithm SHA256WITHRSA --validity Value=1`,
      '--validity: Type is missing',
    ],
  ])('%s', (line, why) => {
    expect(commandsIn(line).flatMap(judge)).toContainEqual(expect.stringContaining(why));
  });
});
