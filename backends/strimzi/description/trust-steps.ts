import type { Renewal, Renewed } from '../../../model/rotation-facts';
import { strimziSettings } from './cluster';
import type { Listener } from './listener';

const strimzi = 'https://strimzi.io/docs/operators/latest/deploying.html';
const accessOperator = 'https://github.com/strimzi/kafka-access-operator#using-the-access-operator';

const inNamespace = ({ namespace }: Renewed): string => (namespace ? ` --namespace ${namespace}` : '');

/** Of what runs beside a cluster and of what applications are told, while brokers go over from one authority to the next. */
export function trustSteps(renewed: Renewed): Renewal[] {
  const { connections, listeners } = strimziSettings(renewed.cluster);
  const issued = listeners.filter(({ issuer }) => issuer !== undefined);
  return [
    ...(issued.length < listeners.length ? [byThemselves(renewed)] : []),
    ...(connections === 'access-operator' ? [handedOut(renewed)] : []),
    ...issued.map((listener) => issuedBy(listener, renewed)),
  ];
}

const byThemselves = ({ cluster: { name } }: Renewed): Renewal => ({
  by: 'vendor',
  what: `what trusts every authority in the Secret '${name}-cluster-ca-cert' takes up the next one without anybody: Connect, MirrorMaker and the bridge are rolled, the lag exporter reads both within half an hour, or sooner: where it cannot trust a broker, Kubernetes starts it again`,
  source: `${strimzi}#proc-replacing-private-keys-str`,
});

/** The operator takes the one `ca.crt` of Strimzi's Secret, the next one as soon as it is there. */
const handedOut = (renewed: Renewed): Renewal => ({
  by: 'you',
  what: `the Access Operator brings one authority, the next one at once: who starts from now on is refused by brokers that show the one before, and who runs is refused by the others. So give both to applications before brokers show the next, as a file of their own in the place of 'ssl.truststore.crt'; or restart each once every broker shows the next, and reckon with errors until then`,
  command: `kubectl get secret ${renewed.cluster.name}-cluster-ca-cert${inNamespace(renewed)} --output json | jq --raw-output '.data | to_entries[] | select(.key | endswith(".crt")) | .value | @base64d' > ca.crt`,
  source: accessOperator,
});

const issuedBy = ({ name, issuer, authorities = [] }: Listener, { cluster }: Renewed): Renewal => ({
  by: 'you',
  what: `what brokers show on the listener '${name}' the issuer '${issuer}' signs, and nothing of it changes here. Before that signs by another authority: ${
    authorities.length === 0
      ? `name a Secret with each of the two in clusters.${cluster.name}.listeners.${name}.authorities`
      : `add the Secret of the next one to clusters.${cluster.name}.listeners.${name}.authorities (${authorities.join(', ')})`
  }, deploy, and restart who connects there; afterwards remove the one before`,
  source: 'https://cert-manager.io/docs/configuration/ca/',
});
