import { oidcProviderForm, roleTrust } from '../../../render/msk/role-trust';

const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const oidcProviderArn = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const shop = { namespace: 'orders', serviceAccount: 'shop' };
const statements = (trusted: Parameters<typeof roleTrust>[0]) => JSON.parse(roleTrust(trusted)).Statement;

test('a token is believed when it is for AWS, and of this service account of this namespace alone', () => {
  expect(statements({ ...shop, oidcProviderArn })).toEqual([
    {
      Effect: 'Allow',
      Principal: { Federated: oidcProviderArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: 'system:serviceaccount:orders:shop',
        },
      },
    },
  ]);
});

test('Pod Identity hands the role to this service account of this cluster alone', () => {
  expect(statements({ ...shop, podIdentityCluster: 'apps' })).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-name': 'apps',
          'aws:RequestTag/kubernetes-namespace': 'orders',
          'aws:RequestTag/kubernetes-service-account': 'shop',
        },
      },
    },
  ]);
});

test('while Pod Identity replaces tokens both are believed', () => {
  expect(statements({ ...shop, oidcProviderArn, podIdentityCluster: 'apps' })).toHaveLength(2);
});

test('nobody becomes a role for whom nobody vouches', () => {
  expect(statements(shop)).toEqual([]);
});

test.each([
  [oidcProviderArn, true],
  [`arn:aws-us-gov:iam::111122223333:oidc-provider/${issuer}`, true],
  ['arn:aws:iam::111122223333:oidc-provider/oidc.example.com', true],
  [`https://${issuer}`, false],
  [issuer, false],
  ['arn:aws:iam::111122223333:role/shop', false],
  ['arn:aws:iam::1111:oidc-provider/oidc.example.com', false],
])('%s is the ARN of a provider: %s', (arn, is) => {
  expect(oidcProviderForm.test(arn)).toBe(is);
});
