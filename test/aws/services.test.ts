/** What AWS is asked for MSK Connect, MSK Replicator and Glue, held against botocore's models, and what Checkov says of it. AWS itself is never asked. */
import { connect, glue, replicated } from '../backends/msk/services.cases';
import { botocoreIsThere } from '../support/botocore';
import { changed } from '../support/change';
import { checkov, checkovIsThere } from '../support/checkov';
import { type Description, resolve, small } from '../support/describe';
import { isFor, type Waiver, waivers } from './checkov-waivers';
import { evaluated } from './evaluated';
import { judge } from './judge';
import { countIn, stacksOf } from './stacks';

jest.setTimeout(300_000);

const botocore = botocoreIsThere ? describe : describe.skip;
const placed = {
  'platform.topics[orders.created].cluster': 'main',
  'platform.applications.shop.cluster': 'main',
  'platform.applications.billing.cluster': 'main',
};
const descriptions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  connect: connect({
    'connectClusters.pipeline.instances': 10,
    'connectClusters.pipeline.capacityUnits': 8,
    'connectClusters.pipeline.securityGroups': ['sg-0123456789abcdef0'],
    'platform.connectors.archive.description': 'Keeps orders',
    'platform.connectors.archive.secrets': { password: { secret: 'archive-store', key: 'key' } },
  }),
  replicator: replicated(placed),
  'replicator-without-groups': replicated({ ...placed, 'replications.orders-standby.groups': [] }),
  glue: glue({
    orders: {
      schemas: {
        'orders.created': { format: 'json', compatibility: 'full-all', definition: '{"type":"object"}' },
        'orders.paid': { definition: '"string"' },
      },
      readers: ['billing'],
      writers: ['shop'],
    },
  }),
};

const stacksFor = (name: string, changes: Readonly<Record<string, unknown>>) =>
  stacksOf([resolve(changed<Description>(small, { ...changes, name }))]);

botocore('what AWS runs beside MSK, by botocore’s models (not by AWS)', () => {
  test.each(Object.entries(descriptions))('%s asks nothing that its services would not take', async (name, changes) => {
    const stacks = stacksFor(name, changes);
    const resources = await evaluated(stacks);
    const { problems, judged, typed } = judge(resources);
    expect(problems).toEqual([]);
    // The provider knows its partition and its region without asking.
    expect([...typed.keys()].filter((type) => !/^data\.aws_(partition|region)$/.test(type))).toEqual([]);
    expect(resources).toHaveLength(stacks.map(countIn).reduce((a, b) => a + b, 0));
    const wanted = { connect: 'aws_mskconnect_connector', glue: 'aws_glue_schema' }[name] ?? 'aws_msk_replicator';
    expect(judged.get(wanted)).toBeGreaterThan(0);
  });
});

/** What holds of these stacks beside the waivers of staging and prod. */
const own: Waiver = {
  check: 'CKV2_AWS_5',
  resource: / aws_security_group\.orders-standby_(source|target)$/,
  reason: 'A Replicator has it, which Checkov does not know as something that has security groups',
  until: '2027-11-30',
};

(checkovIsThere ? describe : describe.skip)('Checkov', () => {
  test('finds no fault in what AWS runs beside MSK that has no reason', () => {
    const stacks = Object.entries(descriptions).flatMap(([name, changes]) => stacksFor(name, changes));
    const { failed, passed } = checkov(Object.fromEntries(stacks.map(({ name, text }) => [name, text])));
    const without = failed.filter((finding) => ![own, ...waivers].some((waiver) => isFor(waiver, finding)));
    expect(without).toEqual([]);
    expect(failed.some((finding) => isFor(own, finding))).toBe(true);
    expect(passed.map(({ resource }) => resource)).toContain('connect/connect-pipeline--connect aws_kms_key.pipeline');
  });
});
