import { byServiceAccount } from '../../../model/application-identity';
import type { ClusterFacts } from '../../../model/cluster';
import type { MskClusterInput } from './input';
import { roleOf } from './roles';

/** Whoever has the role is the application, by IAM or because it reads the password; and whoever has a certificate of its subject. */
export const applicationIdentity =
  ({ roles, certificateAuthority }: Trusting): NonNullable<ClusterFacts['identityOf']> =>
  (application, environment) => {
    const role = roleOf(application, roles, environment);
    const signed =
      application.authentication === 'mtls' && certificateAuthority !== undefined
        ? [`whom ${signerIn(certificateAuthority)} signs`]
        : [];
    if (!role) return signed.length > 0 ? { who: signed } : undefined;
    if (role.kind === 'existing') return { who: [`the role '${role.roleName}'`, ...signed], existing: role.roleName };
    const { namespace, serviceAccount: name, oidcProviderArn, podIdentityCluster } = role;
    const { who, ...by } = byServiceAccount({ namespace, name }, [
      ...(oidcProviderArn === undefined ? [] : [{ name: oidcProviderArn }]),
      ...(podIdentityCluster === undefined ? [] : [{ name: podIdentityCluster, what: 'the EKS cluster' }]),
    ]);
    return { who: [...who, ...signed], ...by };
  };

type Trusting = Pick<MskClusterInput, 'roles' | 'certificateAuthority'>;

const signerIn = (authority: NonNullable<Trusting['certificateAuthority']>): string => {
  if (typeof authority === 'string') return authority;
  const { commonName } = authority;
  return `the authority${commonName === undefined ? '' : ` '${commonName}'`} that is made with the cluster`;
};
