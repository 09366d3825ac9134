import type { TerraformStack } from 'cdktf';
import {
  MskApplicationRole,
  type MskApplicationRoleProps,
} from '../../../../constructs/terraform/msk/application-role';
import {
  MskPolicyAttachments,
  type MskPolicyAttachmentsProps,
} from '../../../../constructs/terraform/msk/policy-attachments';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) => {
  const output = synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    place(stack);
  });
  return Object.fromEntries(resourcesOf(output));
};
const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const oidcProviderArn = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;

describe('the role of an application', () => {
  const least: MskApplicationRoleProps = {
    roleName: 'prod-main-shop',
    description: 'shop',
    namespace: 'orders',
    serviceAccount: 'shop',
  };
  const made = (props: Partial<MskApplicationRoleProps> = {}) =>
    placed((stack) => new MskApplicationRole(stack, 'shop', { ...least, ...props }));

  test('by tokens is a role with its policies and nothing on EKS', () => {
    expect(made({ oidcProviderArn, policyArns: ['arn:a', 'arn:b'] })).toEqual({
      'aws_iam_role.shop': {
        name: 'prod-main-shop',
        description: 'shop',
        assume_role_policy: expect.stringContaining(`system:serviceaccount:orders:shop`),
      },
      'aws_iam_role_policy_attachment.shop': { role: `\${aws_iam_role.shop.name}`, policy_arn: 'arn:a' },
      'aws_iam_role_policy_attachment.shop-2': { role: `\${aws_iam_role.shop.name}`, policy_arn: 'arn:b' },
    });
  });

  test('by Pod Identity is told to the cluster', () => {
    expect(made({ podIdentityCluster: 'apps' })['aws_eks_pod_identity_association.shop']).toEqual({
      cluster_name: 'apps',
      namespace: 'orders',
      service_account: 'shop',
      role_arn: `\${aws_iam_role.shop.arn}`,
    });
  });

  test.each<[Partial<MskApplicationRoleProps>, string, string]>([
    [{ roleName: 'other' }, 'name', 'other'],
    [{ description: 'other' }, 'description', 'other'],
    [{ namespace: 'payments' }, 'assume_role_policy', 'system:serviceaccount:payments:shop'],
    [{ serviceAccount: 'till' }, 'assume_role_policy', 'system:serviceaccount:orders:till'],
    [{ oidcProviderArn: 'arn:aws:iam::1:oidc-provider/x' }, 'assume_role_policy', '"x:sub"'],
    [{ podIdentityCluster: 'apps' }, 'assume_role_policy', '"aws:RequestTag/eks-cluster-name":"apps"'],
  ])('%j changes its %s to hold %s', (props, attribute, text) => {
    expect(made({ oidcProviderArn, ...props })['aws_iam_role.shop']?.[attribute]).toContain(text);
  });
});

describe('policies of a role that exists', () => {
  const least: MskPolicyAttachmentsProps = { roleName: 'shop', policyArns: ['arn:a', 'arn:b'] };
  const attached = (props: Partial<MskPolicyAttachmentsProps> = {}) =>
    placed((stack) => new MskPolicyAttachments(stack, 'shop', { ...least, ...props }));

  test('are attached one by one: what others attached stays', () => {
    expect(attached()).toEqual({
      'aws_iam_role_policy_attachment.shop': { role: 'shop', policy_arn: 'arn:a' },
      'aws_iam_role_policy_attachment.shop-2': { role: 'shop', policy_arn: 'arn:b' },
    });
  });

  test('go to the role that is named', () => {
    expect(attached({ roleName: 'till', policyArns: ['arn:c'] })).toEqual({
      'aws_iam_role_policy_attachment.shop': { role: 'till', policy_arn: 'arn:c' },
    });
  });
});
