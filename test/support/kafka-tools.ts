import { join } from 'node:path';
import type { ClusterConnection } from '../../workflows/local/spec';
import { type Project, type Ran, succeed } from './project';

/** Kafka's own console tools on a local cluster: what any operator would type. */
export class KafkaTools {
  constructor(
    private readonly project: Project,
    private readonly connection: ClusterConnection,
  ) {}

  topics(): string[] {
    const { stdout } = succeed(this.admin('TopicCommand', '--list', '--exclude-internal'));
    return stdout.split('\n').filter(Boolean).sort();
  }

  /** What one of the platform's applications sees, at an address that it reaches. */
  topicsSeenBy(clientFile: string, bootstrapServers: string): string[] {
    const { stdout } = succeed(this.tool('TopicCommand', bootstrapServers, ['--list', '--command-config', clientFile]));
    return stdout.split('\n').filter(Boolean);
  }

  describedTopic(name: string): string {
    return succeed(this.admin('TopicCommand', '--describe', '--topic', name)).stdout;
  }

  /** What somebody else on the cluster might do. */
  createTopic(name: string, partitions = 1): void {
    succeed(this.admin('TopicCommand', '--create', '--topic', name, '--partitions', String(partitions)));
  }

  /** A user with a password, as any client could have. */
  addScramUser(name: string, password: string): void {
    const credential = `SCRAM-SHA-512=[password=${password}]`;
    const of = ['--entity-type', 'users', '--entity-name', name];
    succeed(this.admin('kafka.admin.ConfigCommand', '--alter', ...of, '--add-config', credential));
  }

  /** Adds or removes ACLs behind the kit's back. */
  acl(...args: string[]): Ran {
    return this.admin('AclCommand', ...args);
  }

  /** Sends lines as one of the platform's applications, with its client file. */
  produce(clientFile: string, topic: string, lines: readonly string[]): Ran {
    return this.tool(
      'ConsoleProducer',
      this.connection.bootstrapServers,
      ['--topic', topic, '--command-config', clientFile],
      lines.join('\n'),
    );
  }

  /** Reads so many records of a topic as the administrator. */
  consume(topic: string, count: number): string[] {
    const { stdout } = this.tool('consumer.ConsoleConsumer', this.connection.bootstrapServers, [
      ...['--topic', topic, '--from-beginning', '--max-messages', String(count), '--timeout-ms', '60000'],
      ...['--command-config', this.connection.adminClientFile],
    ]);
    return stdout.split('\n').filter(Boolean);
  }

  /** Reads a topic to its end as a member of a group, and commits that. */
  consumeAs(clientFile: string, group: string, topic: string): Ran {
    return this.tool('consumer.ConsoleConsumer', this.connection.bootstrapServers, [
      ...['--topic', topic, '--from-beginning', '--group', group, '--timeout-ms', '5000'],
      ...['--command-config', clientFile],
    ]);
  }

  /** Reads the first record of a partition as one of the platform's users, in no group. */
  read(clientFile: string, topic: string): Ran {
    return this.tool('consumer.ConsoleConsumer', this.connection.bootstrapServers, [
      ...['--topic', topic, '--partition', '0', '--offset', 'earliest', '--max-messages', '1', '--timeout-ms', '15000'],
      ...['--command-config', clientFile],
    ]);
  }

  private admin(tool: string, ...args: string[]): Ran {
    return this.tool(tool, this.connection.bootstrapServers, [
      '--command-config',
      this.connection.adminClientFile,
      ...args,
    ]);
  }

  private tool(name: string, bootstrap: string, args: readonly string[], input?: string): Ran {
    const classPath = join(this.connection.jars, '*');
    const program = name.startsWith('kafka.') ? name : `org.apache.kafka.tools.${name}`;
    const java = ['-XX:TieredStopAtLevel=1', '-Xmx128m', '-cp', classPath, program];
    return this.project.run(this.connection.java, [...java, '--bootstrap-server', bootstrap, ...args], {}, input);
  }
}
