import type { ClusterFacts } from '../../../model/cluster';
import { accessFacts } from './access-facts';
import { capabilitiesOf } from './capabilities';
import { clientSettings } from './client-settings';
import type { MskClusterInput } from './input';
import type { Kind, Mechanism } from './mechanisms';
import { recordOf } from './record';
import { servicesOf } from './services';
import { settingsOf } from './settings';

/** Users with ACLs are written to brokers; so are topics where AWS' own API has none. */
function dataPlaneOf(kind: Kind, authentication: readonly Mechanism[]): string {
  if (kind === 'serverless') return 'msk-serverless';
  return authentication.every((mechanism) => mechanism === 'iam') ? 'msk-iam' : 'msk-acl';
}

/** Decides every default of an `msk` cluster. */
export function mskClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as MskClusterInput;
  const kind = said.kind ?? 'standard';
  const [first = 'iam', ...others] = said.authentication ?? [];
  const authentication = [first, ...others] as const;
  const version = said.version ?? '3.9';
  const settings = settingsOf(said, { kind, version, authentication });
  // A serverless cluster tells neither its version nor its brokers, and stores three copies of a record.
  const shown = kind === 'serverless' ? { version: 'serverless', brokers: 3 } : { version, brokers: said.brokers ?? 3 };
  return {
    ...shown,
    ...(kind === 'serverless' ? { storedByVendor: true } : {}),
    tier: settings.instance,
    authentication,
    dataPlane: dataPlaneOf(kind, authentication),
    appliedBy: 'terraform',
    life: said.existing === undefined ? 'owned' : 'existing',
    asked: false,
    capabilities: capabilitiesOf({ kind, version, authentication, tieredStorage: settings.tieredStorage }),
    secretStores: ['secrets-manager'],
    ...accessFacts(kind),
    clientSettings,
    certificateAuthority: 'public',
    record: recordOf({ ...shown, authentication }, settings),
    services: servicesOf(settings.glue),
    settings,
  };
}
