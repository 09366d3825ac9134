import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where Debian puts them. */
const binaries = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

/** Whether this machine has PostgreSQL at all. */
export const hasPostgres = existsSync(join(binaries, 'initdb'));

/** A PostgreSQL of its own, on loopback, that can be read by logical replication. It refuses to run as root. */
export class PostgresServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kafka-kit-postgres-'));
  private readonly password = randomUUID();
  private child?: ChildProcess;

  constructor(readonly port: number) {}

  async start(): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    for (const path of [this.folder, passwordFile])
      if (somebody.uid !== undefined) chownSync(path, somebody.uid, somebody.gid);
    this.run('initdb', ['-D', this.data, '-U', 'admin', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-N']);
    const settings = { port: this.port, listen_addresses: '127.0.0.1', wal_level: 'logical', fsync: 'off' };
    const options = Object.entries({ ...settings, unix_socket_directories: this.folder }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    this.child = spawn(join(binaries, 'postgres'), ['-D', this.data, ...options], { ...somebody, stdio: 'ignore' });
    for (const deadline = Date.now() + 30_000; ; await sleep(200)) {
      if (this.client('postgres', 'select 1').status === 0) break;
      if (Date.now() > deadline) throw new Error('PostgreSQL does not answer');
    }
  }

  /** Runs statements as the administrator, and returns what they print. */
  sql(statements: string, database = 'postgres'): string {
    const { status, stdout, stderr } = this.client(database, statements);
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  async stop(): Promise<void> {
    if (this.child) {
      const ended = new Promise((done) => this.child?.once('close', done));
      this.child.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private client(database: string, statements: string) {
    const place = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'admin', '-d', database];
    const options = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', statements];
    return spawnSync(join(binaries, 'psql'), [...place, ...options], {
      encoding: 'utf8',
      env: { ...process.env, PGPASSWORD: this.password },
    });
  }

  private run(program: string, options: readonly string[]): void {
    const { status, stderr } = spawnSync(join(binaries, program), options, {
      ...somebody,
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
}

/** Who is `nobody` everywhere, where this is root. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
