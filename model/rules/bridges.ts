import { type Bridge, bridgeManagementPort, bridgeService } from '../bridge';
import type { Draft } from '../draft';
import { at } from '../problem';
import type { Rule } from '../rule';
import { type CalledKind, calledRules } from './called-workloads';

const bridgeDocs = 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaBridge-reference';

const bridgesIn = ({ bridges }: Draft): Bridge[] => [...bridges.values()];

const flowsOf = ({ flows }: Draft, { name }: Bridge) => flows.filter(({ application }) => application === name);

const bridge: CalledKind<Bridge> = {
  kind: 'bridge',
  noun: 'bridge',
  source: bridgeDocs,
  // Its Service has the longest name.
  longestName: 63 - bridgeService('').length,
  passes: 'records',
  all: bridgesIn,
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
          .fix(`use ${bridge.issuer ? 8443 : 8080}`);
  },
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

export const bridgeRules: readonly Rule[] = [
  ...calledRules(bridge, {
    cluster: 'KFK-B001',
    onKubernetes: 'KFK-B002',
    name: 'KFK-B003',
    nameIsFree: 'KFK-B004',
    instances: 'KFK-B006',
    authentication: 'KFK-B009',
    encrypted: 'KFK-B010',
    clients: 'KFK-B013',
    issuer: 'KFK-B015',
    memory: 'KFK-B016',
  }),
  bridgePort,
  realOrigins,
  bridgeHasFlows,
  consumersFindTheirBridge,
  oneIsolation,
];
