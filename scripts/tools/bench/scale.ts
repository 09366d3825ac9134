import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descriptions } from '../../../backends/descriptions';
import { compile } from '../../../model/compile';
import { emptyInventory } from '../../../model/inventory';
import { loadTypeScript } from '../../../workflows/load/typescript';
import { objectsOf } from '../../../workflows/synth/kubernetes-unit';
import { synth } from '../../../workflows/synth/synth';
import { type ShapeName, shapes } from './back-ends';
import { type PlatformSize, platformOfSize } from './platform-of-size';

/** What one process found: check, compile and synth of one made-up platform on one back end, in this process. */
export interface Scale {
  readonly compile: number;
  readonly synth: number;
  readonly total: number;
  /** Since the process began, with all that it loads, as a command does. */
  readonly whole: number;
  /** Of the processors, in the program and in the kernel: other work beside it lengthens it little. */
  readonly cpu: number;
  /** Floor: the same files and folders written again, by nothing but Node, on the same disk. */
  readonly writing: number;
  readonly resources: number;
  readonly megabytes: number;
  readonly bytes: number;
}

/** Runs in a process of its own, so that memory is its own too. */
export async function scale(size: PlatformSize, shape: ShapeName): Promise<Scale> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-bench-'));
  try {
    const file = join(folder, 'bench.js');
    writeFileSync(file, `module.exports = { bench: ${JSON.stringify(platformOfSize(size, shapes[shape]))} };`);
    const started = performance.now();
    const [value] = loadTypeScript(file, folder).values;
    const loaded = performance.now();
    const { resolved, problems } = compile(value, {
      backends: descriptions,
      inventory: emptyInventory,
      today: '2026-11-21',
      sources: { environment: {}, platform: {} },
    });
    if (!resolved) throw new Error(JSON.stringify(problems.slice(0, 5), null, 2));
    const compiled = performance.now();
    const { stacks, units, folder: out } = await synth(resolved, join(folder, 'out'));
    const ended = performance.now();
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    return {
      compile: seconds(compiled - loaded),
      synth: seconds(ended - compiled),
      total: seconds(ended - started),
      whole: seconds(ended),
      cpu: seconds((userCPUTime + systemCPUTime) / 1000),
      writing: seconds(writingOf(out, join(folder, 'again'))),
      resources: stacks.reduce((sum, { resources }) => sum + resources, 0) + objectsOf(units).length,
      megabytes: Math.round(maxRSS / 1024),
      bytes: sizeOf(out),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds) / 1000;

/** Milliseconds. Some disks give thousands of new files a place slowly, the more so while as many old ones go. */
function writingOf(from: string, to: string): number {
  const texts = new Map<string, Buffer | undefined>();
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' }).sort())
    texts.set(path, statSync(join(from, path)).isDirectory() ? undefined : readFileSync(join(from, path)));
  const started = performance.now();
  mkdirSync(to);
  for (const [path, text] of texts)
    if (text) writeFileSync(join(to, path), text);
    else mkdirSync(join(to, path));
  return performance.now() - started;
}

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : readFileSync(path).length;
