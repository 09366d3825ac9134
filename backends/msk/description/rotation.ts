import type { Renewed, RotationFacts } from '../../../model/rotation-facts';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const kms = 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html';

/** By the authority that is described, or the one that the kit made, whose ARN stands where every stack reads it. */
function issueCertificate({ cluster, environment, application }: Renewed): string {
  const { certificateAuthority: said } = mskSettings(cluster);
  const made = `"$(aws ssm get-parameter --name /kafka-clusters/${environment}/${cluster.name} --query Parameter.Value --output text | jq --raw-output '."certificate-authority"')"`;
  return [
    'aws acm-pca issue-certificate',
    `--certificate-authority-arn ${typeof said === 'string' ? said : made}`,
    `--csr fileb://${application}.csr --signing-algorithm SHA256WITHRSA --validity Value=90,Type=DAYS`,
  ].join(' ');
}

/** What Amazon MSK and the services beside it make anew by themselves, and what has to be asked for. */
export const rotation: RotationFacts = {
  connections: {
    password: {
      survive: 'they stay open: «Removing a user does not close existing connections»',
      endedBy: 'the ACLs of a user that is retired, which go with it; a restart',
      source: `${guide}/msk-password-users.html`,
    },
    certificate: {
      survive: 'they stay open: a certificate is looked at when a connection is opened',
      endedBy: 'the ACLs of its subject; a restart',
      source: `${guide}/msk-authentication.html`,
    },
    identity: {
      survive: 'they stay open: each request is judged by the policies of the role, and nothing has to be made anew',
      endedBy: 'a statement that leaves the policy of the role',
      source: `${guide}/iam-access-control.html`,
    },
  },
  // «Changes to your secret take up to 10 minutes to propagate»: msk-password-users.html
  knownAfter: 600,
  renewals: {
    certificate: (renewed) => [
      {
        by: 'you',
        what: 'have its authority issue another certificate of the same subject, of the request that the application made: both are good until the earlier one ends',
        command: issueCertificate(renewed),
        source: `${guide}/msk-authentication.html`,
      },
    ],
    'broker-certificates': () => [
      {
        by: 'vendor',
        what: 'MSK makes them anew before their 13 months end, signed by an authority of Amazon that clients know',
        source: `${guide}/msk-encryption.html`,
      },
    ],
    authority: () => [
      {
        by: 'you',
        what: 'MSK takes certificates of several private authorities, a description names one: add the other by UpdateSecurity, issue certificates by it, then describe it instead of the first',
        source: `${guide}/msk-authentication.html`,
      },
    ],
    'encryption-key': ({ cluster, environment }) => [
      {
        by: 'vendor',
        what:
          mskSettings(cluster).encryptionKey === undefined
            ? 'KMS makes new material for the keys of disks and passwords every year, and keeps the earlier for what it encrypted: nothing restarts'
            : 'KMS makes new material of your key every year, where its owner has turned that on: nothing restarts',
        source: kms,
      },
      {
        by: 'you',
        what: 'at once: have KMS make new material now; another key altogether means another cluster',
        command: `aws kms rotate-key-on-demand --key-id ${mskSettings(cluster).encryptionKey ?? `"$(aws kms describe-key --key-id alias/${environment}-${cluster.name}-kafka-storage --query KeyMetadata.KeyId --output text)"`}`,
        source: kms,
      },
    ],
  },
};
