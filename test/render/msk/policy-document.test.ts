import fc from 'fast-check';
import { awsArnLength, type MskResource, policyDocuments, type Statement } from '../../../render/msk/policy-document';

const clusterArn = 'arn:aws:kafka:eu-west-1:123456789012:cluster/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-4';
const arnOf = ({ type, name }: MskResource) =>
  type === 'cluster' ? clusterArn : `${clusterArn.replace(':cluster/', `:${type}/`)}/${name}`;
const clusterArnLength = clusterArn.length;

const reading = (...names: string[]): Statement => ({
  effect: 'Allow',
  actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
  resources: names.map((name) => ({ type: 'topic', name })),
});
interface Document {
  readonly Version: string;
  readonly Statement: readonly { Effect: string; Action: readonly string[]; Resource: readonly string[] }[];
}
const read = (documents: readonly string[]) => documents.map((text) => JSON.parse(text) as Document);

test('a policy names topics beside the cluster, not below it', () => {
  expect(read(policyDocuments([reading('orders.created', 'shop-*')], { arnOf }))).toEqual([
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
          Resource: [
            'arn:aws:kafka:eu-west-1:123456789012:topic/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-4/orders.created',
            'arn:aws:kafka:eu-west-1:123456789012:topic/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-4/shop-*',
          ],
        },
      ],
    },
  ]);
});

test('what nobody may do needs no policy', () => {
  expect(policyDocuments([], { arnOf })).toEqual([]);
});

test('a statement that does not fit is continued with the same actions', () => {
  const [first, second, ...more] = read(
    policyDocuments([reading('a'.repeat(2900), 'b'.repeat(2900), 'c')], { arnOf, clusterArnLength }).map((text) =>
      text.replaceAll(/a{9,}/g, 'a').replaceAll(/b{9,}/g, 'b'),
    ),
  );
  expect(more).toEqual([]);
  expect(first?.Statement[0]?.Resource).toHaveLength(2);
  expect(second?.Statement[0]).toMatchObject({
    Action: first?.Statement[0]?.Action,
    Resource: [expect.stringMatching(/c$/)],
  });
});

test('a document is filled up to its last character before the next begins', () => {
  const documents = (more: number) =>
    policyDocuments([reading('a', `b${'-'.repeat(more)}`)], { arnOf, clusterArnLength });
  // The commas after the last resource and the last statement are counted, and are not there.
  const room = 6144 - 2 - (documents(0)[0]?.length ?? 0);
  expect(documents(room).map(({ length }) => length)).toEqual([6142]);
  expect(documents(room + 1)).toHaveLength(2);
});

test('what is outside the cluster stands first, and is counted as long as its ARN may become', () => {
  const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a';
  const awsStatements = [
    { action: 'ssm:GetParameter', arn: 'arn:p' },
    { action: 'kms:Decrypt', arn: 'arn:k', condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': secret } } },
  ];
  const [first] = read(policyDocuments([reading('a')], { arnOf, awsStatements }));
  expect(first?.Statement).toMatchObject([
    { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: ['arn:p'] },
    { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['arn:k'], Condition: awsStatements[1]?.condition },
    { Effect: 'Allow', Action: reading().actions },
  ]);
  expect(read(policyDocuments([], { arnOf, awsStatements }))).toHaveLength(1);
  const names = Array.from({ length: 60 }, (_, index) => `orders.${index}`);
  const options = { arnOf, clusterArnLength, awsStatements: [{ action: 'ssm:GetParameter', arn: '' }] };
  for (const count of names.keys())
    for (const document of policyDocuments([reading(...names.slice(0, count))], options))
      expect(document.length + (document.includes('ssm:') ? awsArnLength : 0)).toBeLessThanOrEqual(6144);
});

const statements = fc.array(
  fc.record({
    effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    actions: fc.uniqueArray(fc.constantFrom('kafka-cluster:Connect', 'kafka-cluster:ReadData'), { minLength: 1 }),
    resources: fc.array(
      fc.record({
        type: fc.constantFrom('topic' as const, 'group' as const, 'transactional-id' as const),
        name: fc.string({ minLength: 1, maxLength: 249, unit: fc.constantFrom('a', '.', '-', '*') }),
      }),
      { maxLength: 60 },
    ),
  }),
  { maxLength: 5 },
);

/** ARNs as long as they may become. */
const awsStatements = fc.array(
  fc.record(
    {
      action: fc.constantFrom('ssm:GetParameter', 'secretsmanager:GetSecretValue', 'glue:GetSchemaVersion'),
      arn: fc.oneof(
        fc.constantFrom('arn:short', 'a'.repeat(awsArnLength)),
        fc.array(fc.constant('a'.repeat(awsArnLength)), { minLength: 1, maxLength: 60 }),
      ),
      condition: fc.constant({ StringEquals: { 'kms:EncryptionContext:SecretARN': 's'.repeat(awsArnLength) } }),
    },
    { requiredKeys: ['action', 'arn'] },
  ),
  { maxLength: 20 },
);

test('whatever is asked for, no document is above the limit, and together they say all of it in its order', () => {
  fc.assert(
    fc.property(statements, awsStatements, (asked, outside) => {
      const options = { arnOf, clusterArnLength, awsStatements: outside };
      const documents = policyDocuments(asked, options);
      // IAM counts no white space; there is none outside of names.
      expect(documents.filter((text) => text.replace(/\s/g, '').length > 6144)).toEqual([]);
      const said = read(documents).flatMap(({ Statement }) =>
        Statement.flatMap(({ Effect, Action, Resource }) => Resource.map((arn) => [Effect, Action, arn])),
      );
      expect(said).toEqual([
        ...outside.flatMap(({ action, arn }) => [arn].flat().map((one) => ['Allow', [action], one])),
        ...asked.flatMap(({ effect, actions, resources }) => resources.map((one) => [effect, actions, arnOf(one)])),
      ]);
      expect(policyDocuments(structuredClone(asked), options)).toEqual(documents);
    }),
    { numRuns: 50 },
  );
});
