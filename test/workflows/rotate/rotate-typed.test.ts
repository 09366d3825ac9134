import { environmentFolders } from '../../../workflows/folders';
import { ensureAuthority } from '../../../workflows/local/certificate-authority';
import { clusterFolder } from '../../../workflows/local/cluster-folder';
import { type Rotatable, rotatable } from '../../../workflows/rotate/kind';
import { eventHubsWithKeys } from '../../contract/cases/event-hubs';
import { mskWithPasswords } from '../../contract/cases/msk';
import { strimzi } from '../../contract/cases/strimzi';
import { optionsOf } from '../../support/typeable';
import { byScram, elsewhere, gitops, world } from './world';

const file = 'the platform of shops/kafka.yaml';
const worlds = {
  'a cluster of somebody else': world({ backend: 'kafka' }, byScram, file),
  'a local cluster': world({ backend: 'kafka', local: true, authentication: ['mtls'] }, {}, file),
  strimzi: world(strimzi.cluster, gitops, file),
  msk: world(mskWithPasswords.cluster, { ...byScram, ...elsewhere }, file),
  'event-hubs': world(
    eventHubsWithKeys.cluster,
    { ...eventHubsWithKeys.environment, 'platform.applications.shop.authentication': 'sas' },
    file,
  ),
};

beforeAll(async () => {
  const { folders } = worlds['a local cluster'];
  const cluster = clusterFolder(environmentFolders(folders, 'test').cluster('main'));
  await ensureAuthority(cluster, 'test/main');
});

/** Every plan that there is of a world. */
function* plansOf(it: ReturnType<typeof world>) {
  for (const of of rotatable)
    for (const name of ['shop', 'main'])
      try {
        yield it.plan(name, of);
      } catch (error) {
        if (!/has (no|nothing)/.test(String(error))) throw error;
      }
}

test.each(Object.entries(worlds))('what plans of %s say to type of the kit can be typed', (_, it) => {
  const told = [...plansOf(it)].flatMap(({ name, of, steps }) =>
    steps.flatMap(({ command }) => (command?.startsWith('kafka-kit') ? [{ name, of, command }] : [])),
  );
  expect(told.length).toBeGreaterThan(0);
  for (const { name, of, command } of told) {
    const options = optionsOf(command);
    expect(options.file).toBe(file);
    // Whoever leaves out of what it is means the same.
    if (!command.includes(' record ')) expect(it.plan(name, options.of as Rotatable | undefined).of).toBe(of);
  }
});
