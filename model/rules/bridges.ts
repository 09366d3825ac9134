import { type Bridge, bridgeManagementPort } from '../bridge';
import type { Draft } from '../draft';
import { dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { at } from '../problem';
import type { Rule } from '../rule';
import {
  badClients,
  badName,
  cannotProve,
  notOnKubernetes,
  notPositive,
  takenName,
  unknownCluster,
} from './beside-cluster';

const bridgeDocs = 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaBridge-reference';

const bridgesIn = ({ bridges }: Draft): Bridge[] => [...bridges.values()];

const flowsOf = ({ flows }: Draft, { name }: Bridge) => flows.filter(({ application }) => application === name);

export const bridgeCluster: Rule = {
  code: 'KFK-B001',
  severity: 'error',
  title: 'A bridge is on a cluster of the environment',
  source: bridgeDocs,
  check: (draft) => unknownCluster(bridgesIn(draft), draft),
};

export const bridgeOnKubernetes: Rule = {
  code: 'KFK-B002',
  severity: 'error',
  title: 'A bridge is on a cluster that Kubernetes runs',
  source: bridgeDocs,
  check: (draft) => notOnKubernetes(bridgesIn(draft), draft),
};

export const bridgeName: Rule = {
  code: 'KFK-B003',
  severity: 'error',
  title: "A bridge's name leaves room for that of its Service",
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names: 63 characters',
  check: (draft) => badName(bridgesIn(draft), 63 - '-bridge-service'.length),
};

export const bridgeNameIsFree: Rule = {
  code: 'KFK-B004',
  severity: 'error',
  title: 'Nobody else has the name of a bridge, nor does a cluster have names that begin with it',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-str',
  check: (draft) => takenName(bridgesIn(draft), { kind: 'bridge' }, draft),
};

export const bridgePort: Rule = {
  code: 'KFK-B005',
  severity: 'error',
  title: 'A bridge listens on a port that its user may open and that it does not need itself',
  source: `https://github.com/strimzi/strimzi-kafka-bridge/pull/1057: ${bridgeManagementPort} tells how it is; below 1024 needs a capability`,
  *check(draft) {
    for (const bridge of bridgesIn(draft))
      if (bridge.port < 1024 || bridge.port > 65_535 || bridge.port === bridgeManagementPort)
        yield at(bridge, 'port')
          .problem(
            `${bridge.port} is given where a port from 1024 to 65535 is needed that is not ${bridgeManagementPort}`,
          )
          .fix(`use ${bridge.certificate ? 8443 : 8080}`);
  },
};

export const bridgeInstances: Rule = {
  code: 'KFK-B006',
  severity: 'error',
  title: 'A bridge has an instance',
  source: bridgeDocs,
  check: (draft) => notPositive(bridgesIn(draft)),
};

/** Scheme, host and perhaps a port: https://developer.mozilla.org/docs/Glossary/Origin */
const originForm = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?$/;

export const realOrigins: Rule = {
  code: 'KFK-B007',
  severity: 'error',
  title: 'Origins whose pages may call a bridge are origins, each in full',
  source: 'https://fetch.spec.whatwg.org/#http-cors-protocol: with * any page in the world calls it as its reader',
  *check(draft) {
    for (const bridge of bridgesIn(draft))
      for (const [index, origin] of bridge.allowedOrigins.entries())
        if (!originForm.test(origin))
          yield at(bridge, 'allowedOrigins', index)
            .problem(`'${origin}' is no origin`)
            .fix("write scheme and host, and the port if it is not the scheme's: 'https://shop.example.com'");
  },
};

export const bridgeHasFlows: Rule = {
  code: 'KFK-B008',
  severity: 'error',
  title: 'Something can be done through a bridge',
  source: "users' pain: credentials that outlive their use (JulieOps #518)",
  *check(draft) {
    if (draft.broken.has('flows')) return;
    for (const bridge of bridgesIn(draft))
      if (flowsOf(draft, bridge).length === 0)
        yield at(bridge)
          .problem('nothing may be produced or consumed through it')
          .fix('add produces or consumes, or remove it');
  },
};

export const bridgeProves: Rule = {
  code: 'KFK-B009',
  severity: 'error',
  title: 'A bridge proves who it is in a way that its cluster offers',
  source: bridgeDocs,
  check: (draft) => cannotProve(bridgesIn(draft), draft),
};

export const bridgeIsEncrypted: Rule = {
  code: 'KFK-B010',
  severity: 'error',
  waivable: true,
  title: 'In production a bridge speaks HTTPS',
  source: 'best practice: encrypt in transit; it asks nobody who he is, and records pass in the clear',
  *check(draft) {
    if (draft.environment.profile !== 'production') return;
    for (const bridge of bridgesIn(draft))
      if (!bridge.certificate)
        yield at(bridge, 'certificate')
          .problem('records pass between it and its clients in the clear')
          .fix("name the Secret of a certificate, such as cert-manager makes: certificate: 'bridge-tls'");
  },
};

export const consumersFindTheirBridge: Rule = {
  code: 'KFK-B011',
  severity: 'warning',
  title: 'A bridge that is consumed through has one instance',
  source:
    'https://strimzi.io/docs/bridge/latest/#con-overview-running-kafka-bridge-bridge: a consumer lives in one instance',
  *check(draft) {
    for (const bridge of bridgesIn(draft))
      if (bridge.instances > 1 && flowsOf(draft, bridge).some(({ direction }) => direction === 'consume'))
        yield at(bridge, 'instances')
          .problem(`a consumer is known to one of ${bridge.instances} instances, and its Service asks any of them`)
          .fix('use one instance, or one bridge to consume through and another to produce through');
  },
};

export const oneIsolation: Rule = {
  code: 'KFK-B012',
  severity: 'error',
  title: 'All that is consumed through a bridge has one isolation level',
  source: `${bridgeDocs}: spec.consumer.config is one for all consumers`,
  *check(draft) {
    for (const bridge of bridgesIn(draft)) {
      const levels = flowsOf(draft, bridge).flatMap((flow) => (flow.direction === 'consume' ? [flow] : []));
      const other = levels.find(({ isolation }) => isolation !== levels[0]?.isolation);
      if (other)
        yield at(other, 'isolation')
          .problem(`it is ${other.isolation}, and '${levels[0]?.topic}' is ${levels[0]?.isolation}`)
          .fix("say isolation: 'read_committed' for all of them, or use two bridges");
    }
  },
};

export const bridgeClients: Rule = {
  code: 'KFK-B013',
  severity: 'error',
  title: 'The namespaces that may call a bridge are namespaces',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  check: (draft) => badClients(bridgesIn(draft), draft),
};

export const bridgeCertificate: Rule = {
  code: 'KFK-B014',
  severity: 'error',
  title: "A bridge's certificate is in a Secret of its own",
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  *check(draft) {
    for (const bridge of bridgesIn(draft)) {
      const { certificate } = bridge;
      if (certificate === undefined) continue;
      if (!dnsSubdomainForm.test(certificate))
        yield at(bridge, 'certificate').problem(`'${certificate}' cannot be the name of a Secret`).fix(dnsSubdomainFix);
      if (draft.applications.has(certificate))
        yield at(bridge, 'certificate')
          .problem(`the Secret '${certificate}' holds the credential of the application of that name`)
          .fix(`use another name, such as '${bridge.name}-tls'`);
    }
  },
};

export const bridgeRules: readonly Rule[] = [
  bridgeCluster,
  bridgeOnKubernetes,
  bridgeName,
  bridgeNameIsFree,
  bridgePort,
  bridgeInstances,
  realOrigins,
  bridgeHasFlows,
  bridgeProves,
  bridgeIsEncrypted,
  consumersFindTheirBridge,
  oneIsolation,
  bridgeClients,
  bridgeCertificate,
];
