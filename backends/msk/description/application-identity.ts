import { byServiceAccount } from '../../../model/application-identity';
import type { ClusterFacts } from '../../../model/cluster';
import { type RolesInput, roleOf } from './roles';

/** Whoever has the role is the application: by IAM, or because it reads the password. */
export const identityIn =
  (roles: RolesInput | undefined): NonNullable<ClusterFacts['identityOf']> =>
  (application, environment) => {
    const role = roleOf(application, roles, environment);
    if (!role) return undefined;
    if (role.kind === 'existing') return { who: [`the role '${role.roleName}'`] };
    const { namespace, serviceAccount: name, oidcProviderArn, podIdentityCluster } = role;
    return byServiceAccount({ namespace, name }, [
      ...(oidcProviderArn === undefined ? [] : [oidcProviderArn]),
      ...(podIdentityCluster === undefined ? [] : [`the EKS cluster '${podIdentityCluster}'`]),
    ]);
  };
