/** What AWS is asked for MSK Connect, MSK Replicator and Glue, held against botocore's models. AWS itself is never asked. */
import { connect, glue, replicated } from '../backends/msk/services.cases';
import { botocoreIsThere } from '../support/botocore';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
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

botocore('what AWS runs beside MSK, by botocore’s models (not by AWS)', () => {
  test.each(Object.entries(descriptions))('%s asks nothing that its services would not take', async (name, changes) => {
    const stacks = stacksOf([resolve(changed<Description>(small, { ...changes, name }))]);
    const resources = await evaluated(stacks);
    const { problems, judged, typed } = judge(resources);
    expect(problems).toEqual([]);
    expect([...typed]).toEqual([]);
    expect(resources).toHaveLength(stacks.map(countIn).reduce((a, b) => a + b, 0));
    const wanted = { connect: 'aws_mskconnect_connector', glue: 'aws_glue_schema' }[name] ?? 'aws_msk_replicator';
    expect(judged.get(wanted)).toBeGreaterThan(0);
  });
});
