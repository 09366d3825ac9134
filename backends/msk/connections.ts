import type { Construct } from 'constructs';
import { MskConnectionParameter } from '../../constructs/terraform/msk/connection-parameter';
import { securityOf } from '../../model/authentication';
import { userName } from '../../model/permissions';
import type { Principal, Shard } from '../../model/resolved';
import { mskSettings } from './description/settings';
import type { FoundCluster, ListenerAddresses } from './found-cluster';
import { connectionName } from './names';

/** Tells an application how to reach its cluster. Returns the ARN of what it reads. */
export function placeConnection(
  scope: Construct,
  { environment, cluster }: Pick<Shard, 'environment' | 'cluster'>,
  { application, credential }: Principal,
  found: FoundCluster,
): string {
  const { mechanism, proof } = securityOf(application.authentication);
  const addresses = listenerOf(proof, found);
  const { publicAccess } = mskSettings(cluster);
  const byCertificate = proof === 'certificate';
  const parameter = new MskConnectionParameter(scope, application.name, {
    name: connectionName(environment, cluster, application),
    bootstrapServers: addresses.private,
    publicBootstrapServers: publicAccess ? addresses.public : undefined,
    saslMechanism: mechanism,
    secretName: proof === 'password' ? credential?.name : undefined,
    certificateSubject: byCertificate ? userName(application, cluster) : undefined,
    certificateAuthorityArn: byCertificate ? found.certificateAuthorityArn : undefined,
  });
  return parameter.arn;
}

function listenerOf(proof: 'password' | 'certificate' | 'identity', found: FoundCluster): ListenerAddresses {
  const addresses = { password: found.scram, certificate: found.tls, identity: found.iam }[proof];
  if (!addresses) throw new Error('a serverless cluster knows IAM alone: the rules let another way pass');
  return addresses;
}
