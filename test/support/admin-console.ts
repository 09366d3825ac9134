import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Permission } from '../../model/permissions';
import { compileJava, type JavaTools } from '../../workflows/prove/java';

/** What somebody may do, from wherever he asks. */
type Granted = Pick<Permission, 'resourceType' | 'resourceName' | 'patternType' | 'operation' | 'principal'>;

/** An administrator of several local clusters who answers in milliseconds, where each of Kafka's own tools takes seconds. */
export class AdminConsole {
  private readonly waiting: ((answer: readonly string[]) => void)[] = [];
  private asked = 0;

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('the console has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [number, ...answer] = line.split('\t');
      this.waiting[Number(number)]?.(answer);
    });
    child.once('close', () => {
      for (const answer of this.waiting) answer(['error', 'the console has ended']);
    });
  }

  /** `clients`: the administrator's client file by the name that each cluster is called here. */
  static async start(clients: Readonly<Record<string, string>>, tools: JavaTools): Promise<AdminConsole> {
    const classes = await compileJava([join(__dirname, 'AdminConsole.java')], tools);
    const classPath = [classes, join(tools.jars, '*')].join(delimiter);
    const java = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=OFF', '-cp', classPath, 'AdminConsole'];
    const named = Object.entries(clients).map(([name, file]) => `${name}=${file}`);
    return new AdminConsole(spawn(tools.java, [...java, ...named], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  grant = (cluster: string, permission: Granted) => this.ask(cluster, 'grant', ...aclOf(permission));
  withdraw = (cluster: string, permission: Granted) => this.ask(cluster, 'withdraw', ...aclOf(permission));

  /** Every ACL, a line each, sorted. */
  acls = async (cluster: string): Promise<string[]> => (await this.ask(cluster, 'acls')).filter(Boolean);

  topics = async (cluster: string): Promise<string[]> => (await this.ask(cluster, 'topics')).filter(Boolean);
  /** How many records a topic has had; -1 where there is none. */
  records = async (cluster: string, topic: string) => Number((await this.ask(cluster, 'records', topic))[0]);
  partitions = async (cluster: string, topic: string) => Number((await this.ask(cluster, 'partitions', topic))[0]);
  /** `topic-partition=offset`. */
  offsets = async (cluster: string, group: string) => (await this.ask(cluster, 'offsets', group)).filter(Boolean);
  configuration = async (cluster: string, topic: string, key: string) =>
    (await this.ask(cluster, 'configuration', topic, key))[0];

  /** So many records for the first partition. */
  produce = (cluster: string, topic: string, count: number) => this.ask(cluster, 'produce', topic, String(count));
  send = (cluster: string, topic: string, key: string, value: string) => this.ask(cluster, 'send', topic, key, value);
  /** The value of each record that there is. */
  read = async (cluster: string, topic: string) => (await this.ask(cluster, 'read', topic)).filter(Boolean);
  /** A record of a transaction that is aborted. */
  abort = (cluster: string, topic: string, value: string) => this.ask(cluster, 'abort', topic, value);
  /** For a group without members, on the first partition. */
  commit = (cluster: string, group: string, topic: string, offset: number) =>
    this.ask(cluster, 'commit', group, topic, String(offset));
  grow = (cluster: string, topic: string, partitions: number) => this.ask(cluster, 'grow', topic, String(partitions));
  configure = (cluster: string, topic: string, key: string, value: string) =>
    this.ask(cluster, 'configure', topic, key, value);
  /** A topic of one partition and one replica, with settings in Kafka's own names. */
  createTopic = (cluster: string, topic: string, settings: Readonly<Record<string, string>>) =>
    this.ask(cluster, 'create', topic, ...Object.entries(settings).map(([key, value]) => `${key}=${value}`));
  addUser = (cluster: string, name: string, password: string) => this.ask(cluster, 'user', name, password);
  deleteTopics = (cluster: string, topics: readonly string[]) => this.ask(cluster, 'delete-topics', ...topics);
  deleteGroup = (cluster: string, group: string) => this.ask(cluster, 'delete-group', group);

  stop(): void {
    this.child.kill();
  }

  private async ask(cluster: string, verb: string, ...words: readonly string[]): Promise<readonly string[]> {
    const number = this.asked++;
    const answered = new Promise<readonly string[]>((resolve) => {
      this.waiting[number] = resolve;
    });
    this.child.stdin?.write(`${[number, cluster, verb, ...words].join('\t')}\n`);
    const [outcome, ...answer] = await answered;
    if (outcome !== 'ok') throw new Error(`${cluster}: ${verb} ${words.join(' ')}: ${answer.join(' ')}`);
    return answer;
  }
}

const aclOf = ({ resourceType, resourceName, patternType, operation, principal }: Granted) => [
  resourceType,
  resourceName,
  operation,
  principal,
  patternType,
];
