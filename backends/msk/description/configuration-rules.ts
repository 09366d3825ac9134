import { didYouMean } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { safeServerProperties } from '../../../render/msk/server-properties';
import {
  propertiesOf,
  type ServerProperty,
  serverPropertyTable,
  valueProblem,
} from '../../../render/msk/server-property-table';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

export const knownProperties: Rule = {
  code: 'KFK-K303',
  severity: 'error',
  title: 'An MSK configuration holds only server properties that MSK lets customers set',
  source: `${guide}/msk-configuration-properties.html, ${guide}/msk-configuration-express-read-write.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind, configuration } = mskSettings(cluster);
      if (kind === 'serverless') continue;
      const known = propertiesOf(kind, cluster.version);
      for (const name of Object.keys(configuration))
        if (!(known as readonly string[]).includes(name))
          yield at(cluster, 'configuration', name)
            .problem(`MSK lets nobody set '${name}' of ${kind} brokers with Kafka ${cluster.version}`)
            .fix(didYouMean(name, known) ?? 'leave it out: MSK decides it');
    }
  },
};

export const decidedProperties: Rule = {
  code: 'KFK-K304',
  severity: 'error',
  title: 'An MSK configuration leaves alone what keeps records',
  source: "users' pain: topics created by a typing error, writes acknowledged by one broker",
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind, configuration, open } = mskSettings(cluster);
      const decided = safeServerProperties(cluster.brokers, { express: kind === 'express', open: open !== undefined });
      for (const name of Object.keys(configuration))
        if (Object.hasOwn(decided, name))
          yield at(cluster, 'configuration', name)
            .problem(
              `the kit decides '${name}': ${decided[name as keyof typeof decided]} on ${cluster.brokers} brokers`,
            )
            .fix('leave it out; topics say their own settings');
    }
  },
};

export const propertyValues: Rule = {
  code: 'KFK-K330',
  severity: 'error',
  title: 'A server property of an MSK configuration has a value that Kafka and MSK take',
  source: `${guide}/msk-configuration-properties.html, https://kafka.apache.org/documentation/#brokerconfigs`,
  *check(draft) {
    for (const cluster of mskClusters(draft))
      for (const [name, value] of Object.entries(mskSettings(cluster).configuration)) {
        if (!Object.hasOwn(serverPropertyTable, name)) continue;
        const wrong = valueProblem(name as ServerProperty, value);
        if (wrong) yield at(cluster, 'configuration', name).problem(wrong.problem).fix(`write ${wrong.allowed}`);
      }
  },
};

export const configurationRules: readonly Rule[] = [knownProperties, decidedProperties, propertyValues];
