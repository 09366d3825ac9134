import type { Renewal, Renewed } from '../../../model/rotation-facts';
import { formatDuration } from '../../../model/units';
import { type StrimziSettings, strimziSettings } from './cluster';
import type { VaultSigner } from './vault-signer';

const strimzi = 'https://strimzi.io/docs/operators/latest/deploying.html';
const replacing = `${strimzi}#proc-replacing-your-own-private-keys-str`;
const primitives = 'https://developer.hashicorp.com/vault/docs/secrets/pki/rotation-primitives';

/** Which of a cluster's two authorities: that of brokers, or of clients. */
export type Which = 'cluster' | 'clients';

/** Whether Strimzi only reads it: it is yours, or somebody else signs by it. */
export function isOwn({ cluster }: Renewed, which: Which): boolean {
  const { certificates, signer } = strimziSettings(cluster);
  return certificates[which].own || (which === 'clients' && signer !== 'operator');
}

/** The operator sees both halves of the change at once, or it would sign with a key that nobody trusts. */
export function replaceOwn(renewed: Renewed, which: Which): Renewal[] {
  const { cluster, namespace } = renewed;
  const settings = strimziSettings(cluster);
  const { signer, vault } = settings;
  const place = namespace ? ` --namespace ${namespace}` : '';
  const authority = `${cluster.name}-${which}-ca`;
  const step = (what: string, command?: string): Renewal => ({ by: 'you', what, command, source: replacing });
  const signsHere = which === 'cluster' || signer === 'operator';
  const byVault = which === 'clients' ? vault : undefined;
  return [
    ...(byVault ? [makeNext(byVault, settings)] : []),
    step(
      `before the authority of ${which === 'cluster' ? 'brokers' : 'clients'} that is yours changes, stop the operator from looking`,
      `kubectl annotate kafka ${cluster.name} strimzi.io/pause-reconciliation=true --overwrite${place}`,
    ),
    step(
      "keep its 'ca.crt' as 'ca-<the day of its end, as 2026-12-31T00-00-00Z>.crt', put the next one, of another name, in its place, and raise strimzi.io/ca-cert-generation by one",
      `kubectl edit secret ${authority}-cert${place}`,
    ),
    ...(which === 'cluster'
      ? [
          step(
            'now restart who connects and reads at its start whom it trusts, once its own Secret holds both: once the operator looks again, brokers show the next one',
          ),
        ]
      : []),
    ...(signsHere
      ? [
          step(
            "put the next one's key in place of 'ca.key', and raise strimzi.io/ca-key-generation by one",
            `kubectl edit secret ${authority}${place}`,
          ),
        ]
      : []),
    step(
      `let the operator look again: it lets everybody trust both, rolls the pods${signsHere ? ', and signs anew' : ''}`,
      `kubectl annotate kafka ${cluster.name} strimzi.io/pause-reconciliation-${place}`,
    ),
    ...(byVault ? [signByNext(byVault)] : []),
    {
      by: 'you',
      what: `${nobodyNeedsIt(which, settings)}, take 'ca-<that day>.crt' out again, and raise strimzi.io/ca-cert-generation by one: Strimzi takes nothing out of a Secret that is yours, and until then whoever has the key of the one before is ${which === 'cluster' ? 'taken for a broker' : 'let in as whom he likes'}`,
      command: `kubectl edit secret ${authority}-cert${place}`,
      source:
        'https://github.com/strimzi/strimzi-kafka-operator: maybeDeleteOldCerts begins with the authorities that it made',
    },
  ];
}

/** When the authority before the next one has signed nothing that anybody still shows. */
function nobodyNeedsIt(which: Which, { signer, vault, certificates: { users } }: StrimziSettings): string {
  if (which === 'cluster') return 'once every pod was rolled';
  if (vault && users)
    return `once each application has a certificate of the next one and was restarted (after ${formatDuration(users.lasts - users.renewBefore)} at the latest; at once where each is asked for anew, 'rotate plan --of certificate' has how)`;
  return signer === 'operator'
    ? 'once each application was restarted with the certificate that the User Operator signed anew'
    : 'once whoever signs has given each application a certificate of the next one, and it was restarted';
}

const inVault = ({ namespace }: VaultSigner): string => (namespace === undefined ? '' : ` -namespace=${namespace}`);

/** Vault signs nothing that would outlive the issuer, and tells nobody beforehand. */
const makeNext = (vault: VaultSigner, { certificates: { users } }: StrimziSettings): Renewal => ({
  by: 'you',
  what: `let Vault make the next authority, by which it signs nothing yet: NEXT is a name that no issuer of it has; where yours is no root of its own, make an intermediate. Begin ${users ? `more than ${formatDuration(users.lasts)} ` : ''}before the end of the one there is: what would outlive it is signed no more`,
  command: `vault write${inVault(vault)} -field=certificate ${vault.mount}/root/rotate/internal issuer_name=NEXT common_name='Kafka clients' ttl=8760h > ca.crt`,
  source: primitives,
});

/** Not before brokers trust it: an engine of Vault has as many issuers as one makes, and signs by its default. */
const signByNext = (vault: VaultSigner): Renewal => ({
  by: 'you',
  what: 'once brokers trust it, let Vault sign by it; each application gets a certificate of it when its own is renewed',
  command: `vault write${inVault(vault)} ${vault.mount}/config/issuers default=NEXT`,
  source: primitives,
});
