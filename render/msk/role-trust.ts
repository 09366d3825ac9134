/** Whose role it is: one service account, and who vouches for it. */
export interface TrustedServiceAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** The ARN of the IAM OpenID Connect provider of an EKS cluster. Default: its tokens prove nothing. */
  readonly oidcProviderArn?: string;
  /** The name of an EKS cluster whose Pod Identity agent may hand out the role. Default: none may. */
  readonly podIdentityCluster?: string;
}

/** `arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE`, with its issuer as the group. */
export const oidcProviderForm = /^arn:aws[\w-]*:iam::\d{12}:oidc-provider\/((?:[\w-]+\.)+[\w-]+(?:\/[\w./-]+)?)$/;

/**
 * Who may become the role. Without the conditions every service account of the cluster could.
 * IRSA: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 * Pod Identity: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html; its session tags:
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export function roleTrust(trusted: TrustedServiceAccount): string {
  const { oidcProviderArn, podIdentityCluster } = trusted;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...(oidcProviderArn === undefined ? [] : [byToken(trusted, oidcProviderArn)]),
      ...(podIdentityCluster === undefined ? [] : [byPodIdentity(trusted, podIdentityCluster)]),
    ],
  });
}

function byToken({ namespace, serviceAccount }: TrustedServiceAccount, oidcProviderArn: string) {
  const issuer = oidcProviderArn.slice(oidcProviderArn.indexOf('/') + 1);
  return {
    Effect: 'Allow',
    Principal: { Federated: oidcProviderArn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: 'sts.amazonaws.com',
        [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
      },
    },
  };
}

const byPodIdentity = ({ namespace, serviceAccount }: TrustedServiceAccount, cluster: string) => ({
  Effect: 'Allow',
  Principal: { Service: 'pods.eks.amazonaws.com' },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Condition: {
    StringEquals: {
      'aws:RequestTag/eks-cluster-name': cluster,
      'aws:RequestTag/kubernetes-namespace': namespace,
      'aws:RequestTag/kubernetes-service-account': serviceAccount,
    },
  },
});
