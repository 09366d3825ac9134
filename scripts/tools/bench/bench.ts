import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../print';
import { type BackEndName, backEnds } from './back-ends';
import { median } from './measure';
import type { PlatformSize } from './platform-of-size';
import { type Scale, scale } from './scale';

/** A figure with its bound; `bound` absent means that it is only reported. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bound?: number;
}

const thousand: PlatformSize = { topics: 1000, applications: 300, flows: 2000, owners: 20 };
const tenThousand: PlatformSize = { topics: 10_000, applications: 3000, flows: 20_000, owners: 200 };
const names = Object.keys(backEnds) as BackEndName[];
const node = process.execPath;
const bench = __filename;
const kit = join(__dirname, 'kafka-kit.js');

/** `npm run bench`: a table, then one JSON line. `npm run bench -- --cluster` also starts a local cluster (half a minute). */
function main(args: readonly string[]): void {
  if (args[0] === '--scale') {
    printScale(JSON.parse(args[1] ?? '{}'), args[2] as BackEndName);
    return;
  }
  const figures = [...commands(), ...names.flatMap(scales), ...(args.includes('--cluster') ? cluster() : [])];
  const rows = figures.map(({ what, value, unit, bound }) => [
    what,
    `${value} ${unit}`,
    bound === undefined ? '' : `≤ ${bound} ${unit}`,
    bound === undefined ? '' : value <= bound ? 'met' : 'MISSED',
  ]);
  process.stdout.write(`${table(['figure', 'measured', 'bound', ''], rows)}\n${JSON.stringify({ figures })}\n`);
}

/** Cold processes, the median of seven runs. */
function commands(): Figure[] {
  const out = mkdtempSync(join(tmpdir(), 'kafka-kit-bench-'));
  try {
    const check = median(7, node, [kit, 'check', 'local']).seconds;
    const floor = median(7, node, ['-e', "require('cdktf'); require('constructs')"]).seconds;
    const synth = median(7, node, [kit, 'synth', 'local', '--out', out]).seconds;
    return [
      { what: 'check of one environment, cold', value: round(check), unit: 's', bound: 0.5 },
      { what: 'floor of synth: the same imports', value: round(floor), unit: 's' },
      { what: 'synth of local, cold', value: round(synth), unit: 's' },
      { what: 'synth of local over its floor', value: round(synth / floor), unit: '×', bound: 2 },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Processes of their own, the median of three runs. */
function scales(backEnd: BackEndName): Figure[] {
  const [small, large] = [thousand, tenThousand].map((size) => {
    const runs = [0, 1, 2].map(
      () => JSON.parse(median(1, node, [bench, '--scale', JSON.stringify(size), backEnd]).stdout) as Scale,
    );
    return runs.sort((a, b) => a.total - b.total)[1] as Scale;
  }) as [Scale, Scale];
  const of = (
    name: string,
    { compile, synth, total, resources, megabytes, bytes }: Scale,
    bounded: boolean,
  ): Figure[] => [
    { what: `${name}: resources written`, value: resources, unit: 'resources' },
    { what: `${name}: bytes written`, value: round(bytes / 1e6), unit: 'MB' },
    { what: `${name}: compile`, value: compile, unit: 's', ...(bounded ? { bound: 0.3 } : {}) },
    { what: `${name}: synth`, value: synth, unit: 's' },
    { what: `${name}: load, check, compile and synth`, value: total, unit: 's', ...(bounded ? { bound: 3 } : {}) },
    { what: `${name}: peak memory`, value: megabytes, unit: 'MB', ...(bounded ? { bound: 600 } : {}) },
  ];
  return [
    ...of(`${backEnd}, 1,000 topics, 300 applications, 2,000 flows`, small, true),
    ...of(`${backEnd}, ten times that`, large, false),
    { what: `${backEnd}, ten times the size costs`, value: round(large.total / small.total), unit: '×', bound: 12 },
  ];
}

/** `up` from nothing, in a state folder of its own; jars are cached. */
function cluster(): Figure[] {
  const state = mkdtempSync(join(tmpdir(), 'kafka-kit-bench-'));
  const env = { ...process.env, KAFKA_KIT_STATE: state };
  try {
    const up = median(1, node, [kit, 'up', 'local'], env).seconds;
    const again = median(3, node, [kit, 'up', 'local'], env).seconds;
    return [
      { what: 'up of three nodes, first start', value: round(up), unit: 's', bound: 20 },
      { what: 'up when it runs already', value: round(again), unit: 's' },
    ];
  } finally {
    median(1, node, [kit, 'down', 'local', '--data', 'destroy'], env);
    if (existsSync(state)) rmSync(state, { recursive: true, force: true });
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

function printScale(size: PlatformSize, backEnd: BackEndName): void {
  void scale(size, backEnd).then((found) => process.stdout.write(JSON.stringify(found)));
}

main(process.argv.slice(2));
