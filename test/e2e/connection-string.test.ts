/** Kafka's own Java client reads the file of an application with a key on Event Hubs; Azure itself is not reached. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { mountedConnection } from '../../render/mounted-connection';
import { clientFiles } from '../../workflows/clients/client-files';
import { ensureJars } from '../../workflows/local/distribution';
import { findJdk } from '../../workflows/local/jdk';
import { compileJava } from '../../workflows/prove/java';
import { namespace } from '../backends/event-hubs/namespace';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { Project } from '../support/project';

const project = new Project();
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-connection-string-'));
/** With each character that a shell, a template or a regular expression might replace. */
const connectionString =
  'Endpoint=sb://kit-orders.servicebus.windows.net/;SharedAccessKeyName=shop;SharedAccessKey=a$1+b/${c}%d==;EntityPath=orders.created';

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

test('logs in as $ConnectionString, with the connection string that is mounted, letter for letter', async () => {
  const resolved = resolve(
    changed<Description>(small, {
      'clusters.main': { ...namespace, authentication: ['entra-id', 'sas'] },
      secrets: { store: 'key-vault', vault: 'kit' },
      accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
      'platform.applications.shop.authentication': 'sas',
    }),
  );
  const connection = resolved.connections.find(({ application }) => application === 'shop');
  if (!connection) throw new Error('shop has no connection');
  const mounted = join(folder, 'mounted');
  mkdirSync(mounted);
  writeFileSync(join(mounted, 'bootstrap-servers'), 'kit-orders.servicebus.windows.net:9093');
  writeFileSync(join(mounted, 'password'), connectionString);
  const file = join(folder, 'client.properties');
  writeFileSync(file, clientFiles(resolved, 'shop', mountedConnection(connection, mounted))['client.properties'] ?? '');

  const jdk = findJdk(process.env);
  const { cache } = project.folders;
  const { signal } = new AbortController();
  const jars = await ensureJars({ cache, jdk, signal, progress: () => {} });
  const classes = await compileJava([join(__dirname, '..', 'support', 'SaslLogin.java')], {
    java: jdk.java,
    jars,
    cache,
  });
  const classPath = [classes, join(jars, '*')].join(delimiter);
  const printed = execFileSync(jdk.java, ['-Dlog4j2.level=OFF', '-cp', classPath, 'SaslLogin', file], {
    encoding: 'utf8',
  });
  expect(printed.trim().split('\n')).toEqual([
    'org.apache.kafka.common.security.plain.PlainLoginModule',
    `password=${connectionString}`,
    'username=$ConnectionString',
    '[kit-orders.servicebus.windows.net:9093]',
  ]);
}, 120_000);
