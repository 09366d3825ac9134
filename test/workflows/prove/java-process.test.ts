import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { JavaProcess } from '../../../workflows/prove/java';

/** A shell script stands in for `java`: these tests are about processes, and run where no JDK is. */
describe('a program that runs beside this process (a script in place of java)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'java-process-'));
  const processes: JavaProcess[] = [];
  const props = { name: 'a service', mainClass: 'Main', classes: folder, arguments: [], ready: /^ready on (\d+)$/ };

  afterAll(async () => {
    await Promise.all(processes.map((process) => process.stop(100)));
    rmSync(folder, { recursive: true });
  });

  function start(script: string): JavaProcess {
    const java = join(folder, `java-${processes.length}`);
    writeFileSync(java, `#!/bin/sh\n${script}\n`);
    chmodSync(java, 0o755);
    const process = new JavaProcess(props, { java, jars: folder, cache: folder });
    processes.push(process);
    return process;
  }

  const soon = () => Date.now() + 10_000;
  const failureOf = async (promise: Promise<unknown>) => {
    const failure = await promise.catch((error) => error);
    expect(failure).toBeInstanceOf(Failure);
    return failure as Failure;
  };

  test('waiting ends with the line that was waited for', async () => {
    const process = start('echo starting; echo listening on 1234; exec sleep 60');
    const port = process.until('listen', soon(), () => process.output.find((line) => line.startsWith('listening')));
    await expect(port).resolves.toBe('listening on 1234');
  });

  test('it is ready once it says so, however much it has printed since', async () => {
    const process = start('echo ready on 1234; seq 500; exec sleep 60');
    await process.until('count', soon(), () => process.output.find((line) => line === '500'));
    await expect(process.ready(soon())).resolves.toMatchObject({ 1: '1234' });
  });

  test('a program that ends before that tells its own last lines', async () => {
    const process = start('echo starting; echo the brokers refuse this client >&2; exit 1');
    const failure = await failureOf(process.until('listen', soon(), () => undefined));
    expect(failure.message).toBe('a service: listen: the process ended');
    expect(failure.details.why).toEqual(['starting', 'the brokers refuse this client', 'ended with code 1']);
  });

  test('a program that is too slow is not waited for', async () => {
    const process = start('echo starting; exec sleep 60');
    await process.until('start', soon(), () => process.output[0]);
    const failure = await failureOf(process.until('listen', Date.now() + 20, () => undefined));
    expect(failure.message).toBe('a service: listen: not in time');
    expect(failure.details.why).toEqual(['starting']);
  });

  test('a program that cannot be started', async () => {
    const missing = new JavaProcess(props, { java: join(folder, 'no'), jars: folder, cache: folder });
    const failure = await failureOf(missing.untilEnd());
    expect(failure.details.why?.join()).toContain('ENOENT');
  });

  test('it has nothing of this process in its environment', async () => {
    const process = start('env | grep -v -E "^(PWD|SHLVL|_|OLDPWD)=" || echo nothing; exec sleep 60');
    await expect(process.until('print', soon(), () => process.output[0])).resolves.toBe('nothing');
  });

  test('SIGTERM lets it end its work', async () => {
    const process = start("trap 'echo stopped; exit 0' TERM; echo ready; while true; do sleep 0.05; done");
    await process.until('start', soon(), () => process.output[0]);
    await process.stop();
    expect(process.lastLines).toEqual(['ready', 'stopped', 'ended with code 0']);
  });

  test('what does not end on SIGTERM is ended after the grace', async () => {
    const process = start("trap '' TERM; echo ready; while true; do sleep 0.05; done");
    await process.until('start', soon(), () => process.output[0]);
    await process.stop(100);
    expect(process.lastLines).toEqual(['ready', 'ended with SIGKILL']);
  });
});
