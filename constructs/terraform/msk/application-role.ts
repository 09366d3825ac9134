import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Construct } from 'constructs';
import { roleTrust } from '../../../render/msk/role-trust';
import { addressed } from '../addressed';
import { MskPolicyAttachments } from './policy-attachments';

export interface MskApplicationRoleProps {
  /** At most 64 characters, unique in the account. */
  readonly roleName: string;
  readonly description: string;
  /** The Kubernetes namespace of the service account that becomes the role. */
  readonly namespace: string;
  /** The service account that becomes the role, and no other. */
  readonly serviceAccount: string;
  /** The IAM OpenID Connect provider of an EKS cluster: roles for service accounts (IRSA). Default: no token is believed. */
  readonly oidcProviderArn?: string;
  /** An EKS cluster with the Pod Identity agent, in the provider's account and region. Default: none is told of the role. */
  readonly podIdentityCluster?: string;
  /** Managed policies that the role has. Default: none. */
  readonly policyArns?: readonly string[];
}

/**
 * The IAM role of one application on EKS, by a service account's token, by Pod Identity, or by both while one replaces
 * the other. https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html
 */
export class MskApplicationRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskApplicationRoleProps) {
    super(scope, `msk-application-role.${id}`);
    const { roleName, description, namespace, serviceAccount, oidcProviderArn, podIdentityCluster } = props;
    const role = new IamRole(this, 'role', {
      name: roleName,
      description,
      assumeRolePolicy: roleTrust({ namespace, serviceAccount, oidcProviderArn, podIdentityCluster }),
    });
    this.arn = addressed(role, id).arn;
    new MskPolicyAttachments(this, id, { roleName: role.name, policyArns: props.policyArns ?? [] });
    if (podIdentityCluster !== undefined) this.associate(id, podIdentityCluster, props);
  }

  private associate(id: string, clusterName: string, { namespace, serviceAccount }: MskApplicationRoleProps): void {
    const association = { clusterName, namespace, serviceAccount, roleArn: this.arn };
    addressed(new EksPodIdentityAssociation(this, 'pod-identity', association), id);
  }
}
