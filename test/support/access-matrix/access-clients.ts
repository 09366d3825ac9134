import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { compileJava, type JavaTools } from '../../../workflows/prove/java';
import type { Cell, Right } from './oracle';

/** What the brokers answered. */
export interface Answer {
  /** `failed` says nothing about access: no answer in time, a resource that is not there. */
  readonly outcome: 'allowed' | 'denied' | 'failed';
  readonly detail: string;
}

/** One principal's clients, in a process of their own that lives as long as the matrix is asked. */
export class AccessClients {
  private readonly waiting = new Map<number, (answer: readonly string[]) => void>();
  private asked = 0;
  private lastWords = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    if (!child.stdout) throw new Error('the clients have no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [number, ...answer] = line.split('\t');
      this.waiting.get(Number(number))?.(answer);
      this.waiting.delete(Number(number));
    });
    child.stderr?.on('data', (data) => {
      this.lastWords = `${this.lastWords}${data}`.slice(-2_000);
    });
    child.once('close', () => {
      for (const answer of this.waiting.values())
        answer(['error', `"the clients of ${name} have ended: ${this.lastWords}"`]);
    });
  }

  static async start(name: string, clientFile: string, tools: JavaTools): Promise<AccessClients> {
    const sources = ['AccessClients.java', 'RawRequests.java'].map((file) => join(__dirname, file));
    const classes = await compileJava(sources, tools);
    const classPath = [classes, join(tools.jars, '*')].join(delimiter);
    const options = ['-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=OFF', '-cp', classPath];
    const child = spawn(tools.java, [...options, 'AccessClients', clientFile], { stdio: ['pipe', 'pipe', 'pipe'] });
    return new AccessClients(name, child);
  }

  /** With another credential, on other connections. */
  signIn = (clientFile: string) => this.tell('sign-in', [clientFile]);

  /** All of it in one batch. */
  async ask(cells: readonly Cell[]): Promise<Answer[]> {
    const words = cells.flatMap(({ kind, name, operation }) => [kind, name, operation]);
    const answers = (await this.tell('ask', words)) as [Answer['outcome'], string][];
    return answers.map(([outcome, detail]) => ({ outcome, detail }));
  }

  /** Topics that are there and have a record each; made where they are not. */
  topics = (names: readonly string[]) => this.tell('topics', names);
  /** Groups with an offset of a topic. */
  groups = (topic: string, names: readonly string[]) => this.tell('groups', [topic, ...names]);
  /** Transactional ids that a producer had. */
  ids = (names: readonly string[]) => this.tell('ids', names);

  add = (right: Right) => this.tell('add', aclOf(right));
  drop = (right: Right) => this.tell('drop', aclOf(right));

  /** Every ACL of the cluster. */
  async acls(): Promise<Right[]> {
    const all = (await this.tell('acls', [])) as string[][];
    return all.map(([kind, name, pattern, operation, principal, host, permission]) => ({
      who: String(principal).replace(/^User:/, ''),
      kind: kind as Right['kind'],
      name: String(name),
      pattern: pattern as Right['pattern'],
      operation: String(operation),
      host: String(host),
      permission: permission as Right['permission'],
    }));
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  private async tell(verb: string, words: readonly string[]): Promise<unknown> {
    const number = this.asked++;
    const answered = new Promise<readonly string[]>((resolve) => this.waiting.set(number, resolve));
    this.child.stdin?.write(`${[number, verb, ...words].join('\t')}\n`);
    const [outcome, answer = 'null'] = await answered;
    if (outcome !== 'ok') throw new Error(`${this.name}: ${verb}: ${answer}`);
    return JSON.parse(answer);
  }
}

const aclOf = ({ kind, name, pattern, operation, who, host, permission }: Right) => [
  kind,
  name,
  pattern,
  operation,
  `User:${who}`,
  host,
  permission,
];
