import type { Application } from '../../model/application';
import { securityOf } from '../../model/authentication';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { filesDelivered } from '../../render/mounted-connection';
import type { ScalerReach } from '../contract';
import { strimziSettings } from './description/cluster';
import { connectionSecret } from './description/delivery';
import { bootstrapServers, listenerOf } from './listeners';
import { namespaceOf } from './namespaces';

/** By the Secret that brings an application its connection: whoever scales it presents what it presents itself. */
export function scalerReach(cluster: Cluster, application: Application, environment: Environment): ScalerReach {
  const { name, authentication, user = name } = application;
  const { tls } = listenerOf(cluster, authentication);
  const files = filesDelivered(
    strimziSettings(cluster).connections === 'access-operator' ? 'access-operator' : undefined,
  );
  const at = (file: keyof typeof files) => ({ name: connectionSecret(name), key: files[file] });
  const authority: ScalerReach['secrets'] = tls ? { ca: at('certificateAuthority') } : {};
  const byPassword = securityOf(authentication).proof === 'password';
  return {
    namespace: namespaceOf(application, environment),
    bootstrapServers: bootstrapServers(cluster, authentication, environment),
    tls,
    sasl: byPassword ? 'scram_sha512' : undefined,
    username: byPassword ? user : undefined,
    secrets: byPassword
      ? { ...authority, password: at('password') }
      : { ...authority, cert: at('certificate'), key: at('key') },
  };
}
