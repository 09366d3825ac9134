import { didYouMean } from '../../../../model/near-miss';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { decidedByKit, decidedByStrimzi } from '../broker-config';
import { brokerConfigNames, isBrokerConfig } from '../broker-config-names';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

export const operatorDecides: Rule = {
  code: 'KFK-K422',
  severity: 'error',
  title: "Brokers' configuration says nothing that Strimzi decides",
  source:
    'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaClusterSpec-reference: it is left out, and only a log tells',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { config = {}, listeners } = strimziSettings(cluster);
      for (const name of Object.keys(config)) {
        const instead = decidedByStrimzi(name, listeners);
        if (instead)
          yield at(cluster, 'config', name)
            .problem('Strimzi decides it, and leaves out what is written')
            .fix(
              instead.startsWith('nothing') ? `remove it; it takes ${instead}` : `remove it, and say it by ${instead}`,
            );
      }
    }
  },
};

export const kitDecides: Rule = {
  code: 'KFK-K423',
  severity: 'error',
  title: "Brokers' configuration says nothing that the description decides",
  source: 'https://kafka.apache.org/documentation/#brokerconfigs: what is said twice is said differently one day',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const name of Object.keys(strimziSettings(cluster).config ?? {}))
        if (Object.hasOwn(decidedByKit, name))
          yield at(cluster, 'config', name).problem(`it is decided already: ${decidedByKit[name]}`).fix('remove it');
  },
};

export const kafkaKnows: Rule = {
  code: 'KFK-K471',
  severity: 'warning',
  title: "Brokers' configuration has names that Kafka knows",
  source: 'https://kafka.apache.org/documentation/#brokerconfigs: a name that nobody reads is passed over in silence',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { config = {}, listeners } = strimziSettings(cluster);
      for (const name of Object.keys(config))
        if (!isBrokerConfig(name) && !decidedByStrimzi(name, listeners) && !Object.hasOwn(decidedByKit, name))
          yield at(cluster, 'config', name)
            .problem('Kafka has no setting of this name: brokers go on as if it were not there')
            .fix(didYouMean(name, brokerConfigNames) ?? 'remove it, or waive it at this path where a plugin reads it');
    }
  },
};

/** Options that say how large the heap is, in all their spellings. */
const heapOptions = /^-?(Xm[sx]|(Max|Min|Initial)(Heap|RAM)(Size|Percentage|Fraction)|MaxRAM)/;

export const jvmOptionNames: Rule = {
  code: 'KFK-K426',
  severity: 'error',
  title: 'An option of the JVM is written without -XX, and is not about the heap',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#con-common-configuration-jvm-reference',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const name of Object.keys(strimziSettings(cluster).jvmOptions ?? {}))
        if (heapOptions.test(name))
          yield at(cluster, 'jvmOptions', name)
            .problem('how large the heap is, is said by heap')
            .fix("remove it, and write heap: '4GiB' of the cluster, or of a pool");
        else if (!/^(?!X)[A-Za-z][A-Za-z0-9]*$/.test(name))
          yield at(cluster, 'jvmOptions', name)
            .problem(`'${name}' is no option of -XX`)
            .fix("write UseG1GC: 'true' for -XX:+UseG1GC, MaxGCPauseMillis: '20' for -XX:MaxGCPauseMillis=20");
  },
};

export const startTakesTime: Rule = {
  code: 'KFK-K427',
  severity: 'error',
  title: 'How long a node may take to start is whole seconds',
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/: initialDelaySeconds',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { startsWithin, initialDelaySeconds } = strimziSettings(cluster);
      if (initialDelaySeconds !== undefined && !(Number.isInteger(initialDelaySeconds) && initialDelaySeconds > 0))
        yield at(cluster, 'startsWithin')
          .problem(`'${startsWithin}' is given where whole seconds are needed`)
          .fix("write '60s'");
    }
  },
};

export const configurationRules: readonly Rule[] = [
  operatorDecides,
  kitDecides,
  kafkaKnows,
  jvmOptionNames,
  startTakesTime,
];
