import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziClusters } from './clusters';

export const operatorMakesSecrets: Rule = {
  code: 'KFK-K406',
  severity: 'error',
  title: 'Nobody counts rotations of what an operator makes',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html: the User Operator makes and renews credentials',
  *check(draft) {
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    for (const [application, version] of Object.entries(draft.environment.secrets.versions))
      if (version > 1 && names.has(draft.applications.get(application)?.cluster ?? ''))
        yield at(draft.environment, 'secrets', 'versions', application)
          .problem("Strimzi's User Operator makes this credential, whatever is counted here")
          .fix(`remove it; deleting the Secret '${application}' beside the cluster makes a new one`);
  },
};

export const wholePercents: Rule = {
  code: 'KFK-K407',
  severity: 'error',
  title: 'A share of request threads is a whole number of percents',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUserQuotas-reference: an integer',
  *check(draft) {
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    for (const application of draft.applications.values()) {
      const percentage = application.quota?.request_percentage ?? 0;
      if (names.has(application.cluster) && !Number.isInteger(percentage))
        yield at(application, 'quota', 'requestPercentage')
          .problem(`${percentage} is given where a KafkaUser takes whole percents`)
          .fix(`use ${Math.ceil(percentage)}`);
    }
  },
};

export const userRules: readonly Rule[] = [operatorMakesSecrets, wholePercents];
