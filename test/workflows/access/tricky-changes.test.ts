/** Changes of a description that let somebody do more, though no line of it says so at first sight; and those that do not. */
import { widened } from '../../../model/widening';
import { accessRows } from '../../../workflows/access/access-rows';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import {
  billing,
  counter,
  denies,
  glass,
  identities,
  listener,
  mtlsOnMsk,
  onTwo,
  roles,
  scram,
  shop,
  strimzi,
} from './tricky-descriptions';

type Changes = Readonly<Record<string, unknown>>;

const rowsOf = (changes: Changes) =>
  accessRows(resolve(changed<Description>(small, { [`${billing}.consumes`]: { 'orders.created': {} }, ...changes })));
/** Who may what now that he could not. */
const told = (before: Changes, after: Changes): string[] =>
  widened(rowsOf(before), rowsOf({ ...before, ...after })).map(
    ({ application, principal, permission, operation, resourceType, resourceName, patternType, host }) =>
      [
        application || principal,
        permission === 'Deny' ? 'not' : 'may',
        `${operation} ${resourceType} ${resourceName}${patternType === 'Prefixed' ? '*' : ''}`,
        ...(host === '*' ? [] : [host]),
      ].join(' '),
  );

const shopWrites = 'shop may Write Topic orders.created';

test.each<[what: string, before: Changes, after: Changes, expected: string[]]>([
  [
    'a denial that is removed from an operator',
    { operators: { oncall: { ...glass, denies: [{ topic: 'orders.created', operations: ['Read'] }] } } },
    { operators: { oncall: glass } },
    ['oncall not Read Topic orders.created'],
  ],
  [
    'a denial of all that begins so, narrowed to one name',
    {
      operators: { oncall: { ...glass, denies: [{ topic: 'orders', prefix: true, operations: ['Read'] }] } },
    },
    { operators: { oncall: { ...glass, denies: [{ topic: 'orders', operations: ['Read'] }] } } },
    ['oncall not Read Topic orders*'],
  ],
  ['hosts that are removed', { [`${shop}.hosts`]: ['10.0.0.7'] }, { [`${shop}.hosts`]: undefined }, [shopWrites]],
  [
    'one more host beside another',
    { [`${shop}.hosts`]: ['10.0.0.7'] },
    { [`${shop}.hosts`]: ['10.0.0.7', '10.0.0.8'] },
    [`${shopWrites} 10.0.0.8`],
  ],
  [
    'a host of a denial, from which alone it holds now',
    { operators: { oncall: { ...glass, denies: [{ topic: 'orders.created', operations: ['Read'] }] } } },
    {
      operators: {
        oncall: { ...glass, denies: [{ topic: 'orders.created', operations: ['Read'], hosts: ['10.0.0.7'] }] },
      },
    },
    ['oncall not Read Topic orders.created'],
  ],
  [
    'an operator who is added',
    {},
    { operators: { auditor: { owner: 'orders', role: 'read-only' } } },
    [
      'auditor may Describe Cluster kafka-cluster',
      'auditor may DescribeConfigs Cluster kafka-cluster',
      'auditor may Describe Group *',
      'auditor may Describe Topic *',
      'auditor may DescribeConfigs Topic *',
      'auditor may Describe TransactionalId *',
    ],
  ],
  [
    'a group that is renamed: it reads, and ends, another one',
    {},
    { [`${billing}.consumes[orders.created].group`]: 'invoices' },
    ['billing may Read Group invoices'],
  ],
  [
    'an application id that is shortened: its prefix reaches what another has',
    counter(),
    counter({ applicationId: 'order' }),
    [
      'counter may Read Group order',
      ...['Create', 'Delete', 'Read', 'Write'].map((operation) => `counter may ${operation} Topic order-*`),
      'counter may Write TransactionalId order-*',
    ],
  ],
  [
    'a flow that is on another cluster now',
    onTwo('main'),
    onTwo('other'),
    ['billing may Read Group billing', 'billing may Read Topic orders.archived'],
  ],
  ['a super user', strimzi(), strimzi({ superUsers: ['User:root'] }), ['User:root may All Cluster kafka-cluster']],
  [
    'authorization that is left out',
    strimzi(),
    strimzi({ authorization: 'none' }),
    ['Cluster kafka-cluster', 'Group *', 'Topic *', 'TransactionalId *'].map((all) => `User:* may All ${all}`),
  ],
  [
    'an audience that is not looked at any more: whoever is shown a token of it can show it on',
    strimzi({ listeners: { scram, tokens: listener(9094) } }),
    strimzi({ listeners: { scram, tokens: listener(9094, { audience: undefined }) } }),
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'keys of somebody else, under the same issuer',
    strimzi({ listeners: { scram, tokens: listener(9094) } }),
    strimzi({ listeners: { scram, tokens: listener(9094, { jwks: 'https://keys.example.org/keys' }) } }),
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'a second listener for tokens of somebody else: he calls whom he likes by the names of users with passwords',
    strimzi({ listeners: { scram } }),
    strimzi({ listeners: { scram, tokens: listener(9094, { issuer: 'https://partner.example.org' }) } }),
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'a third one, beside a listener for tokens that is there',
    strimzi({ listeners: { scram, tokens: listener(9094) } }),
    strimzi({
      listeners: { scram, tokens: listener(9094), partner: listener(9095, { issuer: 'https://x.example.org' }) },
    }),
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'another role that is the application',
    roles({ existing: { shop: 'shop' } }),
    roles({ existing: { shop: 'everybody' } }),
    ['shop may IdempotentWrite Cluster kafka-cluster', shopWrites],
  ],
  [
    'another namespace, whose pods get its role',
    { ...roles({ podIdentity: 'applications' }), [`${shop}.namespace`]: 'shopping' },
    { [`${shop}.namespace`]: 'sandbox' },
    ['shop may IdempotentWrite Cluster kafka-cluster', shopWrites],
  ],
  [
    'another cluster, whose pods get its role too',
    roles({ podIdentity: 'applications', existing: { billing: 'billing' } }),
    roles({ podIdentity: 'sandbox', existing: { billing: 'billing' } }),
    ['shop may IdempotentWrite Cluster kafka-cluster', shopWrites],
  ],
  [
    'another identity of Entra ID that is the application',
    identities({ existing: { shop: { name: 'shop' } } }),
    identities({ existing: { shop: { name: 'everybody' } } }),
    ['shop may Write TransactionalId *', shopWrites],
  ],
  [
    'a group of Entra ID whose members all have its roles',
    { ...identities({}), 'platform.applications.till': { owner: 'orders', produces: { 'orders.created': {} } } },
    identities({ groups: { all: { id: '00000000-0000-0000-0000-000000000001', members: ['shop', 'till'] } } }),
    ['shop', 'till'].flatMap((name) => [
      `${name} may Write TransactionalId *`,
      `${name} may Write Topic orders.created`,
    ]),
  ],
  [
    'another namespace, where its Secret is read',
    { ...strimzi(), [`${shop}.namespace`]: 'shopping' },
    { [`${shop}.namespace`]: 'sandbox' },
    [shopWrites],
  ],
  [
    'another authority that signs certificates',
    {
      ...strimzi({ listeners: { scram, tls: { port: 9094, authentication: 'mtls' } } }),
      [`${shop}.authentication`]: 'mtls',
    },
    strimzi({ listeners: { scram, tls: { port: 9094, authentication: 'mtls' } }, clientCertificates: 'external' }),
    [shopWrites],
  ],
  [
    'another authority of ACM PCA',
    mtlsOnMsk('01234567-89ab-cdef-0123-456789abcdef'),
    mtlsOnMsk('11111111-89ab-cdef-0123-456789abcdef'),
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'an authority of ACM PCA that the kit makes, where one was named, of whoever has a role as well',
    { ...mtlsOnMsk('01234567-89ab-cdef-0123-456789abcdef'), 'clusters.main.roles': { podIdentity: 'applications' } },
    { 'clusters.main.certificateAuthority': { commonName: 'kafka' } },
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'another namespace of the cluster, where its Secret lies first',
    strimzi(),
    { 'kubernetes.namespace': 'shared' },
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'another subject of its certificate',
    { 'clusters.main': { backend: 'kafka', authentication: ['mtls'], certificateUsers: 'CN={name},OU=a' } },
    { 'clusters.main': { backend: 'kafka', authentication: ['mtls'], certificateUsers: 'CN={name},OU=b' } },
    ['billing may Read Group billing', 'billing may Read Topic orders.created', shopWrites],
  ],
  [
    'an older version, whose brokers ask for more',
    { 'clusters.main': { backend: 'kafka', version: '3.9.1' } },
    { 'clusters.main': { backend: 'kafka', version: '2.7.2' } },
    ['shop may IdempotentWrite Cluster kafka-cluster'],
  ],
])('%s is told as wider', (_, before, after, expected) => {
  expect(told(before, after).sort()).toEqual([...expected].sort());
});

test.each<[what: string, before: Changes, after: Changes]>([
  ['two users by turns: the other has what the first has', {}, { 'secrets.users': 'two' }],
  [
    'a waiver: it sets a rule aside, and gives nobody anything',
    {},
    {
      waivers: [
        {
          code: 'KFK-X016',
          path: 'operators.oncall.denies[0]',
          reason: 'for a test',
          owner: 'orders',
          expires: '2026-12-31',
        },
      ],
    },
  ],
  [
    'a milder profile: what was refused is let pass by the rules, and by no broker',
    { profile: 'production' },
    { profile: 'baseline' },
  ],
  [
    'a listener with passwords in place of certificates: the same user proves himself in another way',
    strimzi({ listeners: { tls: { port: 9093, authentication: 'mtls' } } }),
    strimzi({ listeners: { scram } }),
  ],
  [
    'a listener that asks nobody who he is: whom it does not know has no permission',
    strimzi({ listeners: { scram } }),
    strimzi({ listeners: { scram, open: { port: 9094, authentication: 'none' } } }),
  ],
  ['a denial that is added', {}, denies({ topic: 'orders.created', operations: ['Write'] })],
  ['a topic that nobody uses', {}, { 'platform.topics[orders.lost]': { owner: 'orders' } }],
])('%s is no wider', (_, before, after) => {
  expect(told(before, after)).toEqual([]);
});
