import type { Construct } from 'constructs';
import type { RuleGroup } from '../../../render/monitoring/rules';
import { type Metadata, type Named, NamedObject } from '../named-object';

type IPrometheusRule =
  import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule', { with: {
    'resolution-mode': 'import',
  }}).IPrometheusRule;

export interface PrometheusRulesProps {
  /** With the labels that Prometheus selects rules by. */
  readonly metadata: Metadata;
  readonly groups: readonly RuleGroup[];
}

/** `PrometheusRule`. https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
export class PrometheusRules extends NamedObject {
  constructor(scope: Construct, id: string, props: PrometheusRulesProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = ({ metadata, groups }: PrometheusRulesProps): Named<IPrometheusRule> => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata,
  spec: { groups: groups.map(({ name, rules }) => ({ name, rules: rules.map((rule) => ({ ...rule })) })) },
});
