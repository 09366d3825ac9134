import { proveOrderProcessing } from '../../examples/order-processing/proof';
import { deploy } from '../../workflows/deploy/deploy';
import { examine } from '../../workflows/doctor/doctor';
import { exitCode, Failure } from '../../workflows/failure';
import { environmentFolders, foldersOf } from '../../workflows/folders';
import { down, up } from '../../workflows/local/cluster';
import { writeClients } from '../../workflows/local-environment/clients';
import { localClusters, specOf } from '../../workflows/local-environment/clusters';
import { proveAccess } from '../../workflows/prove/prove-access';
import { onInterrupt } from '../../workflows/terraform/interrupt';
import { oneResolved, today } from '../compiled';
import { endWith } from '../ending';
import { paint } from '../paint';
import { print, say, table } from '../print';

/** `npm run demo`: the order-processing platform on a real, secured cluster, with proof. `--keep` leaves it running. */
async function demo(keep: boolean) {
  const started = Date.now();
  const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  await complete();
  const folders = foldersOf(process.cwd(), process.env);
  const { resolved, description } = oneResolved('local', {});
  const [cluster] = localClusters(resolved);
  if (!cluster) throw new Failure("the environment 'local' has no local cluster");
  const spec = specOf(resolved, cluster, folders);
  const interrupt = onInterrupt();
  const rows: string[][] = [];
  try {
    title('1. a cluster: three brokers, TLS, SCRAM and mTLS, nothing allowed that no flow asks for');
    const starting = Date.now();
    const connection = await up(spec, say);
    rows.push(['cluster', `${cluster.brokers} brokers of Kafka ${cluster.version}, up in ${seconds(starting)}`]);

    title('2. deploy: topics, users, permissions and quotas, a stack per team');
    const deploying = Date.now();
    const deployOnce = () =>
      deploy({
        resolved,
        description,
        folders,
        variables: process.env,
        today: today(),
        progress: say,
        signal: interrupt.signal,
      });
    const { stacks: first } = await deployOnce();
    const changed = first.filter(({ status }) => status === 'applied').length;
    rows.push(['deploy', `${changed} of ${first.length} stacks changed, in ${seconds(deploying)}`]);
    await writeClients(resolved, folders);

    title('3. deploy again: nothing to do');
    const again = Date.now();
    const { stacks: second } = await deployOnce();
    const moved = second.filter(({ status }) => status !== 'unchanged');
    if (moved.length > 0) throw new Failure(`a second deploy changed ${moved.map(({ stack }) => stack).join(', ')}`);
    rows.push(['deploy again', `no changes, in ${seconds(again)}`]);

    title('4. orders: four services, each with its own credential; one order cannot be paid');
    const tools = { ...connection, cache: folders.cache };
    const clients = (application: string) => environmentFolders(folders, 'local').client(application);
    const proof = await proveOrderProcessing({ clients, connection, cache: folders.cache, progress: say });
    rows.push([
      'orders',
      `${proof.orders} sent; ${proof.paid} paid, ${proof.shipped} shipped, ${proof.notified} customers told, in ${proof.seconds.toFixed(1)} s`,
    ]);
    rows.push([
      'poison order',
      `${proof.deadLettered} in orders.created.payment-service.dlq after ${proof.attempts} attempts`,
    ]);

    title('5. access: every application asks the brokers for everything');
    const access = await proveAccess(resolved, folders, tools);
    rows.push([
      'access',
      `${access.questions} questions as ${access.applications} applications: ${access.allowed} allowed, as the flows say; ${access.denied} denied`,
    ]);
    rows.push(['in all', seconds(started)]);
  } finally {
    interrupt.dispose();
    if (!keep) await down(spec, say);
  }
  print(`\n${table(['proved', 'on real brokers'], rows)}`);
  print(
    keep
      ? '\nIt runs: npm run kit -- status local'
      : '\nThe cluster is stopped, its data kept. To go on: npm run kit -- up local',
  );
  return exitCode.clean;
}

const title = (text: string) => say(`\n${paint.bold(text)}`);

/** Names everything that is missing before anything is begun. */
async function complete(): Promise<void> {
  const missing = (await examine(process.env)).filter(({ ok, required }) => required && !ok);
  if (missing.length > 0)
    throw new Failure('this machine lacks what the demo needs', {
      why: missing.map(({ name, needed, fix }) => `${name} ${needed}: ${fix}`),
    });
}

void endWith(() => demo(process.argv.includes('--keep')));
