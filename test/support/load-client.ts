import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { compileJava, type JavaTools } from '../../workflows/prove/java';

/** What one application has seen since it was started. */
export interface LoadReport {
  /** Records that brokers have acknowledged to it. */
  readonly acknowledged: number;
  /** Different ones of its records that it has read back. */
  readonly read: number;
  /** Acknowledged, and not read: to be looked at once it has finished. */
  readonly lost: number;
  /** In the log at two places. */
  readonly writtenTwice: number;
  /** Read a second time from the same place. */
  readonly redelivered: number;
  readonly failedSends: number;
  /** Connections that were opened beside those of its producer and consumer. */
  readonly opened: number;
  /** Handshakes and logins that were refused, also those which a client tried again without telling. */
  readonly failedAuthentications: number;
  /** Exceptions of any kind that reached the application. */
  readonly errors: number;
  /** The first 20 of them. */
  readonly messages: readonly string[];
}

/** Applications that write and read without a pause and count every error that a client sees. */
export class LoadClient {
  private readonly lines: string[] = [];
  private readonly waiting = new Set<() => void>();
  private ended = false;

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('the load has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.lines.push(line);
      for (const look of [...this.waiting]) look();
    });
    child.once('close', () => {
      this.ended = true;
      for (const look of [...this.waiting]) look();
    });
  }

  /**
   * `applications`: the client file of each, whose group it joins. Every one of them may write to the topic and read it.
   * Returns when each has written and read.
   */
  static async start(
    topic: string,
    applications: Readonly<Record<string, string>>,
    tools: JavaTools,
    /** Of the JVM, beside its own. Default: none. */
    options: readonly string[] = [],
  ): Promise<LoadClient> {
    const classes = await compileJava([join(__dirname, 'LoadClient.java')], tools);
    const classPath = [classes, join(tools.jars, '*')].join(delimiter);
    const java = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=OFF', '-cp', classPath];
    const named = Object.entries(applications).map(([name, file]) => `${name}=${file}`);
    const child = spawn(tools.java, [...options, ...java, 'LoadClient', topic, ...named], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const load = new LoadClient(child);
    await load.line('ready', 60_000).catch(async (error) => {
      await load.stop();
      throw error;
    });
    return load;
  }

  /** Restarts an application: from now on it is what its client file says. */
  reload = (application: string) => this.ask(`reload ${application}`);

  /** What each application has counted until now. */
  report = async () => JSON.parse(await this.ask('report')) as Readonly<Record<string, LoadReport>>;

  /** Stops writing, reads until nothing is missing or 30 seconds have passed, and says what was counted. */
  finish = async () => JSON.parse(await this.ask('finish')) as Readonly<Record<string, LoadReport>>;

  async stop(): Promise<void> {
    if (this.ended) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  private async ask(command: string): Promise<string> {
    this.child.stdin?.write(`${command}\n`);
    return await this.line(command, 120_000);
  }

  /** The next line that begins so, without that. */
  private async line(beginning: string, patience: number): Promise<string> {
    return await new Promise((resolve, reject) => {
      const settle = (action: () => void) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        action();
      };
      const timer = setTimeout(() => settle(() => reject(new Error(`the load: no '${beginning}' in time`))), patience);
      const look = () => {
        const at = this.lines.findIndex((line) => line.startsWith(beginning));
        if (at >= 0) settle(() => resolve(this.lines.splice(at, 1)[0]?.slice(beginning.length).trim() ?? ''));
        else if (this.ended) settle(() => reject(new Error(`the load ended before '${beginning}'`)));
      };
      this.waiting.add(look);
      look();
    });
  }
}
