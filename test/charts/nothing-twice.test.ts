import { resolve as pathOf } from 'node:path';
import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../charts/kubernetes-app';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { everyAccess } from '../support/every-access';
import { everyOption } from '../support/every-option';

const { environments } = loadCompiled({ folder: pathOf(__dirname, '..', '..'), today: '2026-11-21' });
const onKubernetes = [...environments.flatMap(({ resolved }) => resolved ?? []), everyOption, everyAccess].filter(
  ({ environment }) => environment.kubernetes,
);

/** What Kubernetes tells objects apart by, over all charts of an environment. */
const objectsOf = (resolved: Resolved): string[] =>
  kubernetesApp(resolved, { folder: 'unused' })
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .map(({ apiGroup, kind, metadata: { namespace = '-' }, name }) => `${apiGroup}/${kind} ${namespace}/${name}`);

test('a committed environment and a description with every option are there to be judged', () => {
  expect(onKubernetes.map(({ environment }) => environment.name)).toEqual(['dev', 'every-option', 'every-access']);
});

test.each(onKubernetes.map((resolved) => [resolved.environment.name, resolved] as const))(
  'no two objects of %s are one for Kubernetes, in whatever charts',
  (_, resolved) => {
    const objects = objectsOf(resolved);
    expect(objects.length).toBeGreaterThan(20);
    expect(objects.filter((object, index) => objects.indexOf(object) !== index)).toEqual([]);
  },
);
