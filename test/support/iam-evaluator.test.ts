/** The evaluator against what AWS' own pages say of examples, so that the tests of policies rest on IAM's rules. */
import { type Decision, decide, type Policy, type Request } from './iam-evaluator';

const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement }) as unknown as Policy;
const allow = (Action: string | readonly string[], Resource: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (...of: Parameters<typeof allow>) => ({ ...allow(...of), Effect: 'Deny' });
const bucket = 'arn:aws:s3:::examplebucket';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-policies-s3.html: an object of one bucket, nothing else. */
const oneBucket = policy(
  allow('s3:ListAllMyBuckets', '*'),
  allow(['s3:ListBucket', 's3:GetBucketLocation'], bucket),
  allow(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], `${bucket}/*`),
);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html: several keys must all hold. */
const conditional = policy(
  allow('secretsmanager:GetSecretValue', '*', {
    Condition: {
      StringEquals: { 'aws:PrincipalTag/department': ['finance', 'hr'], 'aws:PrincipalTag/role': 'audit' },
    },
  }),
);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_examples_aws-dates.html: until a date, and together with another key. */
const ending = policy(
  allow('service-prefix:action-name', '*', {
    Condition: {
      DateLessThan: { 'aws:CurrentTime': '2020-06-30T23:59:59Z' },
      StringEquals: { 'aws:PrincipalTag/role': 'audit' },
    },
  }),
);
const topics = 'arn:aws:kafka:us-east-1:111122223333:topic/MyTestCluster';
/** https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control-use-cases.html: all topics of one cluster. */
const kafka = policy(
  allow(['kafka-cluster:*Topic*', 'kafka-cluster:WriteData', 'kafka-cluster:ReadData'], `${topics}/*`),
);

test.each<[string, readonly Policy[], Request, Decision]>([
  ['nothing is allowed by nothing', [], { action: 's3:GetObject', resource: bucket }, 'implicitly denied'],
  ['an object is of the bucket', [oneBucket], { action: 's3:GetObject', resource: `${bucket}/a/b` }, 'allowed'],
  ['the bucket is no object', [oneBucket], { action: 's3:GetObject', resource: bucket }, 'implicitly denied'],
  ['another bucket', [oneBucket], { action: 's3:GetObject', resource: 'arn:aws:s3:::other/a' }, 'implicitly denied'],
  [
    'a bucket whose name only begins so',
    [oneBucket],
    { action: 's3:GetObject', resource: 'arn:aws:s3:::examplebucket-2/a' },
    'implicitly denied',
  ],
  ['another action', [oneBucket], { action: 's3:PutObjectAcl', resource: `${bucket}/a` }, 'implicitly denied'],
  ...(
    [
      ['2020-06-30T23:59:58Z', 'audit', 'allowed'],
      ['2020-06-30T23:59:59Z', 'audit', 'implicitly denied'],
      ['2020-07-01T00:00:00Z', 'audit', 'implicitly denied'],
      ['2020-06-30T23:59:58Z', 'sales', 'implicitly denied'],
    ] as const
  ).map(([time, role, decision]): [string, readonly Policy[], Request, Decision] => [
    `at ${time}, as ${role}`,
    [ending],
    {
      action: 'service-prefix:action-name',
      resource: bucket,
      context: { 'aws:CurrentTime': time, 'aws:PrincipalTag/role': role },
    },
    decision,
  ]),
  ['actions have no case', [oneBucket], { action: 'S3:getobject', resource: `${bucket}/a` }, 'allowed'],
  [
    'resources have',
    [oneBucket],
    { action: 's3:GetObject', resource: 'arn:aws:s3:::EXAMPLEBUCKET/a' },
    'implicitly denied',
  ],
  [
    'a refusal wins over whatever allows, in whichever policy',
    [policy(deny('s3:*', `${bucket}/private/*`)), oneBucket],
    { action: 's3:GetObject', resource: `${bucket}/private/a` },
    'explicitly denied',
  ],
  [
    'a refusal of something else changes nothing',
    [policy(deny('s3:*', `${bucket}/private/*`)), oneBucket],
    { action: 's3:GetObject', resource: `${bucket}/a` },
    'allowed',
  ],
  [
    'a condition that holds, one value of several',
    [conditional],
    {
      action: 'secretsmanager:GetSecretValue',
      resource: 'arn:aws:secretsmanager:eu-west-1:1:secret:a',
      context: { 'aws:PrincipalTag/department': 'hr', 'aws:principaltag/role': 'audit' },
    },
    'allowed',
  ],
  [
    'a condition of which one key does not hold',
    [conditional],
    {
      action: 'secretsmanager:GetSecretValue',
      resource: 'arn:aws:secretsmanager:eu-west-1:1:secret:a',
      context: { 'aws:PrincipalTag/department': 'hr', 'aws:PrincipalTag/role': 'sales' },
    },
    'implicitly denied',
  ],
  [
    'a condition of which one key is missing',
    [conditional],
    {
      action: 'secretsmanager:GetSecretValue',
      resource: 'arn:aws:secretsmanager:eu-west-1:1:secret:a',
      context: { 'aws:PrincipalTag/department': 'hr' },
    },
    'implicitly denied',
  ],
  [
    'a wildcard in the middle',
    [kafka],
    { action: 'kafka-cluster:DescribeTopicDynamicConfiguration', resource: `${topics}/u/t` },
    'allowed',
  ],
  [
    'a topic of another cluster',
    [kafka],
    { action: 'kafka-cluster:ReadData', resource: `${topics}2/u/t` },
    'implicitly denied',
  ],
  [
    'a wildcard of one part of an ARN does not reach into the next',
    [policy(allow('sqs:*', 'arn:aws:sqs:*:111122223333'))],
    { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:999999999999:111122223333' },
    'implicitly denied',
  ],
  [
    'a question mark is one character',
    [policy(allow('s3:Get?bject', `${bucket}/?`))],
    { action: 's3:GetObject', resource: `${bucket}/ab` },
    'implicitly denied',
  ],
])('%s', (_, policies, request, decision) => {
  expect(decide(policies, request)).toBe(decision);
});

test.each([
  [policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*', Action: [] }), 'NotAction'],
  [policy(allow('s3:*', '*', { Condition: { NumericLessThan: { a: '1' } } })), 'NumericLessThan'],
  [{ ...policy(), Version: '2008-10-17' }, '2008-10-17'],
])('what it does not understand counts as nothing: it stops', (unknown, what) => {
  expect(() => decide([unknown], { action: 's3:GetObject', resource: bucket })).toThrow(what);
});
