import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Permission } from '../../model/permissions';
import { mirrorApplication, mirroredTopic, mirrorInternals, type Side } from '../../model/replication';
import type { MirrorFailure } from '../../model/replication-permissions';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { specOf } from '../../workflows/local-environment/clusters';
import type { JavaTools } from '../../workflows/prove/java';
import { AdminConsole } from './admin-console';
import { ConnectWorker } from './connect-worker';
import { type Description, resolve } from './describe';
import { clientProperties, type MirrorMakerPlace, MirrorMakerProcess } from './mirror-maker';
import { missing, type Seen, type SeenAgain, seenAgain } from './mirror-seen';
import { Project, succeed } from './project';

const shop = {
  name: 'shop',
  disposable: true,
  clusters: {
    main: { backend: 'kafka', local: true, brokers: 1 },
    standby: { backend: 'kafka', local: true, brokers: 1 },
  },
  replications: { 'orders-standby': { owner: 'orders', from: 'main', to: 'standby', rpo: '2s' } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': { owner: 'orders', partitions: 1 } },
    applications: {
      'order-service': { owner: 'orders', produces: { 'orders.created': {} } },
      'payment-service': { owner: 'orders', consumes: { 'orders.created': {} } },
    },
  },
} as const satisfies Description;

const topic = 'orders.created';
const group = 'payment-service';

/** Two local clusters, deployed by the command from one description, with a replication between them. */
export class MirroredShop {
  readonly resolved = resolve(shop);
  readonly project = new Project();
  readonly replication = requireDefined(this.resolved.replications.get('orders-standby'));
  readonly copy = mirroredTopic(this.replication, topic);
  private readonly folder = mkdtempSync(join(tmpdir(), 'kafka-kit-mirror-'));
  private console?: AdminConsole;
  private retention = 86_400_000;
  /** Milliseconds: the slowest start so far is half of what a MirrorMaker gets that must not copy anything. */
  private firstRecordTook = 5_000;

  async start(): Promise<void> {
    this.project.write('environments/shop.yaml', shop);
    succeed(this.project.kit('up', 'shop'));
    succeed(this.project.kit('deploy', 'shop'));
    const clients = { main: this.cluster('main').adminClientFile, standby: this.cluster('standby').adminClientFile };
    this.console = await AdminConsole.start(clients, this.tools);
  }

  stop(): void {
    this.console?.stop();
    succeed(this.project.kit('down', 'shop', '--data', 'destroy'));
    this.project.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get admin(): AdminConsole {
    return requireDefined(this.console);
  }

  get tools(): JavaTools {
    return { ...this.cluster('main'), cache: this.project.folders.cache };
  }

  cluster(name: string): ClusterConnection {
    const spec = specOf(this.resolved, requireDefined(this.resolved.clusters.get(name)), this.project.folders);
    return requireDefined(connection(spec));
  }

  client(application: string): string {
    return join(environmentFolders(this.project.folders, 'shop').client(application), 'client.properties');
  }

  permission(side: Side, name: string, operation: string): Permission {
    return requireDefined(
      this.resolved.permissions.find(
        (one) =>
          one.application === mirrorApplication(this.replication.name, side) &&
          one.resourceName === name &&
          one.operation === operation,
      ),
    );
  }

  /**
   * What the REST interface of a worker says of the connector that copies records, with all permissions or without one:
   * nothing, when nothing is known for half a minute.
   */
  async stateOfConnector(without?: Permission): Promise<string | undefined> {
    await this.wipeTarget();
    if (without) await this.admin.withdraw(without.cluster, without);
    const worker = await ConnectWorker.start(this.replication, this.place, this.tools);
    try {
      return await worker.state('source', 30_000);
    } finally {
      await worker.stop();
      if (without) await this.admin.grant(without.cluster, without);
    }
  }

  private startMirrorMaker(): MirrorMakerProcess {
    return new MirrorMakerProcess(this.replication, this.place, this.tools);
  }

  private get place(): MirrorMakerPlace {
    const client = (side: Side) => clientProperties(this.client(mirrorApplication(this.replication.name, side)));
    return { clients: { source: client('source'), target: client('target') }, folder: this.folder };
  }

  /**
   * What MirrorMaker manages without a permission, from a target on which there is nothing. It is waited for all that
   * should be seen; then whatever should not be has two more rounds of MirrorMaker's to appear.
   */
  async without(permission: Permission, failure: MirrorFailure): Promise<Seen & Partial<SeenAgain>> {
    await this.admin.withdraw(permission.cluster, permission);
    try {
      const seen = await this.mirrored(missing[failure]);
      return seenAgain[failure] ? { ...seen, ...(await this.mirroredAgain()) } : seen;
    } finally {
      await this.admin.grant(permission.cluster, permission);
    }
  }

  async mirrored(unseen: Partial<Seen> = {}): Promise<Seen> {
    await this.wipeTarget();
    await this.admin.produce('main', topic, 10);
    await this.admin.commit('main', group, topic, await this.admin.records('main', topic));
    const process = this.startMirrorMaker();
    try {
      const nothing = unseen.records === false;
      const expected = (seen: Seen) =>
        (Object.keys(seen) as (keyof Seen)[]).every((what) => seen[what] || unseen[what] === false);
      const started = Date.now();
      const copied = await this.until(({ records }) => records, nothing ? 2 * this.firstRecordTook : 60_000);
      if (nothing) return copied;
      this.firstRecordTook = Math.max(this.firstRecordTook, Date.now() - started);
      await this.changeSource();
      await this.until(expected, 15_000);
      if (Object.keys(unseen).length > 0) await sleep(this.replication.rpo * 2);
      return await this.seen();
    } finally {
      await process.stop();
    }
  }

  /** MirrorMaker starts again on what it left; the source has one more record, the target nothing of the group. */
  async mirroredAgain(): Promise<SeenAgain> {
    await this.admin.deleteGroup('standby', group);
    await this.admin.produce('main', topic, 1);
    const { offsets } = await this.whileMirroring((seen) => seen.offsets, 2 * this.firstRecordTook);
    const more = (await this.admin.records('standby', this.copy)) - (await this.admin.records('main', topic));
    return { copied: more === 0 ? 'once' : more > 0 ? 'twice' : 'not all', offsets };
  }

  /** Nothing is at the target, and the group has not read anything. */
  async forget(): Promise<void> {
    await this.wipeTarget();
    await this.admin.deleteGroup('main', group);
  }

  /** Runs MirrorMaker until something is seen at the target, and two rounds of its own more. */
  async whileMirroring(probe: (seen: Seen) => boolean, within = 60_000): Promise<Seen> {
    const process = this.startMirrorMaker();
    try {
      await this.until(probe, within);
      await sleep(this.replication.rpo * 2);
      return await this.seen();
    } finally {
      await process.stop();
    }
  }

  /** The source gets another partition, another retention, and more records. */
  private async changeSource(): Promise<void> {
    this.retention += 1;
    await this.admin.grow('main', topic, (await this.admin.partitions('main', topic)) + 1);
    await this.admin.configure('main', topic, 'retention.ms', String(this.retention));
    await this.admin.produce('main', topic, 10);
  }

  private async seen(): Promise<Seen> {
    const { admin, copy } = this;
    const records = await admin.records('standby', copy);
    const there = records > 0;
    return {
      records: records === (await admin.records('main', topic)),
      checkpoints: (await admin.records('standby', mirrorInternals(this.replication).checkpointsTopic)) > 0,
      offsets: (await admin.offsets('standby', group)).length > 0,
      partitions: there && (await admin.partitions('standby', copy)) === (await admin.partitions('main', topic)),
      configuration: there && (await admin.configuration('standby', copy, 'retention.ms')) === String(this.retention),
    };
  }

  private async until(probe: (seen: Seen) => boolean, within: number): Promise<Seen> {
    const deadline = Date.now() + within;
    for (;;) {
      const seen = await this.seen();
      if (probe(seen) || Date.now() > deadline) return seen;
      await sleep(200);
    }
  }

  private async wipeTarget(): Promise<void> {
    const { groupId } = mirrorInternals(this.replication);
    await this.admin.deleteTopics(
      'standby',
      (await this.admin.topics('standby')).filter((name) => !name.startsWith('__')),
    );
    for (const one of [group, groupId]) await this.admin.deleteGroup('standby', one).catch(() => undefined);
  }
}

function requireDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}
