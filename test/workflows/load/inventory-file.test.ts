import { loadCompiled } from '../../../workflows/load/compiled';
import { platformYaml, projectWith } from '../../support/written-project';

const described = 'name: test\nplatform: platform.yaml\nkubernetes: {}\nclusters:\n  main: { backend: strimzi }\n';

/** What to do about an inventory that lacks everything. */
const fixOf = (folder: string, file?: string) =>
  loadCompiled({
    folder: projectWith({ [`${folder}test.yaml`]: described, [`${folder}platform.yaml`]: platformYaml }),
    file,
    today: '2026-11-21',
  })
    .problems.filter(({ code }) => code === 'KFK-I006')
    .map(({ fix }) => fix);

test('what records an environment is said as it can be typed, with the file that is written', () => {
  expect(fixOf('environments/')).toEqual([
    'kafka-kit synth test --record, and commit environments/inventory/test.json',
  ]);
  expect(fixOf('', 'test.yaml')).toEqual([
    'kafka-kit synth test --record --file test.yaml, and commit inventory/test.json',
  ]);
  expect(fixOf('eu/', 'eu/test.yaml')).toEqual([
    'kafka-kit synth test --record --file eu/test.yaml, and commit eu/inventory/test.json',
  ]);
});
