import { z } from 'zod';
import type { Application } from '../../../model/application';
import { own } from '../../../model/by-name';
import type { Environment } from '../../../model/environment';
import { clusterStackName } from '../../../model/names';
import { serviceAccountNamespace } from '../../../model/service-account';

/** The IAM roles that applications are. Without `oidcProvider` and `podIdentity` only policies are made, which somebody attaches. */
export interface RolesInput {
  /** The ARN of the IAM OpenID Connect provider of an EKS cluster: service accounts, each called as its application, become roles (IRSA). Default: none. */
  readonly oidcProvider?: string;
  /** The name of an EKS cluster with the Pod Identity agent, in the cluster's account and region: service accounts become roles. Default: none. */
  readonly podIdentity?: string;
  /** The namespace of those service accounts; an application that names its own is there. Default: the environment's `applicationNamespace`, or `default`. */
  readonly namespace?: string;
  /** Names of roles that exist, by application: its policies are attached to it, and no role is made for it. Default: none does. */
  readonly existing?: Readonly<Record<string, string>>;
}

export const rolesShape = z.strictObject({
  oidcProvider: z.string().optional(),
  podIdentity: z.string().optional(),
  namespace: z.string().optional(),
  existing: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<RolesInput>;

/** `prod-main-payment-service`: an application's policy and, where one is made, its role. */
export const principalName = (environment: string, cluster: string, application: string): string =>
  `${clusterStackName(environment, cluster)}-${application}`;

/** What becomes of an application's policies. */
export type ApplicationRole =
  | { readonly kind: 'existing'; readonly roleName: string }
  | {
      readonly kind: 'made';
      readonly roleName: string;
      readonly namespace: string;
      readonly serviceAccount: string;
      readonly oidcProviderArn?: string;
      readonly podIdentityCluster?: string;
    };

type RoleOwner = Pick<Application, 'name' | 'cluster' | 'namespace' | 'workload'>;

/** Nothing where somebody attaches the policies himself, and for what the kit runs beside a cluster, which brings its own. */
export function roleOf(
  { name, cluster, namespace, workload }: RoleOwner,
  roles: RolesInput | undefined,
  environment: Pick<Environment, 'name' | 'kubernetes'>,
): ApplicationRole | undefined {
  if (!roles || workload) return undefined;
  const existing = own(roles.existing ?? {}, name);
  if (existing !== undefined) return { kind: 'existing', roleName: existing };
  if (roles.oidcProvider === undefined && roles.podIdentity === undefined) return undefined;
  return {
    kind: 'made',
    roleName: principalName(environment.name, cluster, name),
    namespace: serviceAccountNamespace({ namespace }, roles.namespace, environment),
    serviceAccount: name,
    oidcProviderArn: roles.oidcProvider,
    podIdentityCluster: roles.podIdentity,
  };
}
