/** A waiver of the description sets aside in the bundle what it is about, and of the same rule nothing else. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';
import { objectsIn } from '../support/manifests';
import { codesOf, judged } from './judged';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const waiver = (code: string, path: string) => ({
  ...{ code, path },
  ...{ reason: 'INC-4711 known', owner: 'orders', expires: '2027-02-01' },
});

/** As `kafka-kit policy` makes it, with what its waivers set aside. */
async function bundled(changes: Readonly<Record<string, unknown>>) {
  const description = changed<Description>(small, changes);
  const { resolved, waived, problems } = compileDescription(description);
  if (!resolved) throw new Error(problems.map(({ code, path }) => `${code} ${path}`).join('\n'));
  const of = await judged(resolved, resolved, waived);
  const objects = of.files.flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []));
  return {
    ...of,
    spoilt: (kind: string, name: string, edit: Readonly<Record<string, unknown>>) => {
      const object = objects.find((one) => one.kind === kind && one.metadata.name === name);
      if (!object) throw new Error(`there is no ${kind} '${name}'`);
      return codesOf(of.test(spoiltFile(stringify(changed(object as object, edit)), 'yaml')).denied);
    },
  };
}

const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone' } };
const personal = {
  'platform.topics[orders.created].classification': 'personal',
  'platform.topics[orders.created].readers': ['billing'],
  'platform.topics[orders.created].retention': '30d',
};

test('what looks like a secret in a description and is none lets no secret pass in a manifest', async () => {
  const { test: tested } = await bundled({
    ...onKubernetes,
    'platform.applications.billing.description': 'password=hunter2hunter2',
    waivers: [waiver('KFK-X050', 'applications.billing.description')],
  });
  const secret = (name: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: { a: 'b' } });
  for (const name of ['billing', 'main']) {
    const { denied } = tested(spoiltFile(stringify(secret(name)), 'yaml'));
    expect(codesOf(denied)).toEqual(['KFK-X050']);
    // No waiver could: nothing says so.
    expect(denied.join()).not.toContain('waiver');
  }
});

test('a dead letter that is kept longer lets no other topic be kept so long', async () => {
  const { spoilt } = await bundled({
    ...onKubernetes,
    ...personal,
    profile: 'production',
    'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '800d' },
    waivers: [waiver('KFK-X061', "applications.billing.consumes['orders.created'].deadLetter.retention")],
  });
  expect(spoilt('KafkaTopic', 'orders.created.billing.dlq', {})).toEqual([]);
  expect(spoilt('KafkaTopic', 'orders.created', { 'spec.config[retention.ms]': '315360000000' })).toEqual(['KFK-X061']);
});

test('one that finds nothing sets nothing aside', async () => {
  const { spoilt } = await bundled({
    ...onKubernetes,
    profile: 'production',
    waivers: [waiver('KFK-T008', "topics['orders.created'].replicationFactor"), waiver('KFK-T010', 'name')],
  });
  expect(spoilt('KafkaTopic', 'orders.created', {})).toEqual([]);
  expect(
    spoilt('KafkaTopic', 'orders.created', { 'spec.replicas': 2, 'spec.config[min.insync.replicas]': '0' }),
  ).toEqual(['KFK-T008', 'KFK-T010']);
});

test('one of a topic holds for it, and for no other', async () => {
  const { test: tested, spoilt } = await bundled({
    ...onKubernetes,
    profile: 'production',
    'platform.topics[orders.created].replicationFactor': 2,
    'platform.topics[orders.paid]': { owner: 'orders' },
    'platform.applications.shop.produces[orders.paid]': {},
    'platform.applications.billing.consumes[orders.paid]': { deadLetter: {} },
    waivers: [waiver('KFK-T008', "topics['orders.created'].replicationFactor")],
  });
  expect(codesOf(tested().denied)).not.toContain('KFK-T008');
  expect(spoilt('KafkaTopic', 'orders.paid', { 'spec.replicas': 2 })).toEqual(['KFK-T008']);
});
