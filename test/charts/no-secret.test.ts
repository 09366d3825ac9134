import { resolve as pathOf } from 'node:path';
import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../charts/kubernetes-app';
import { loadCompiled } from '../../workflows/load/compiled';
import { everyAccess } from '../support/every-access';
import { everyOption } from '../support/every-option';

const { environments } = loadCompiled({ folder: pathOf(__dirname, '..', '..'), today: '2026-11-21' });
const described = [...environments.flatMap(({ resolved }) => resolved ?? []), everyOption, everyAccess].filter(
  ({ environment }) => environment.kubernetes,
);

test.each(described.map((resolved) => [resolved.environment.name, resolved] as const))(
  'no plain Secret is in the output of %s: whatever is secret is referred to',
  (_, resolved) => {
    const kinds = kubernetesApp(resolved, { folder: 'unused' })
      .node.findAll()
      .filter(ApiObject.isApiObject)
      .map(({ kind }) => kind);
    expect(kinds).toContain('KafkaUser');
    expect(kinds).not.toContain('Secret');
  },
);
