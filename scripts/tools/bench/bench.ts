import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { table } from '../../print';
import { type BackEndName, backEnds, type ShapeName } from './back-ends';
import type { Replay } from './floor';
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
const fiveThousand: PlatformSize = { topics: 5000, applications: 1000, flows: 10_000, owners: 100 };
const tenThousand: PlatformSize = { topics: 10_000, applications: 3000, flows: 20_000, owners: 200 };
const names = Object.keys(backEnds) as BackEndName[];
const node = process.execPath;
const bench = __filename;
const kit = join(__dirname, 'kafka-kit.js');

/** `npm run bench`: a table, then one JSON line. `-- --cluster` also starts a local cluster (half a minute); `-- --commands` leaves the large platforms out, `-- --large` everything but those of 5,000 topics. */
function main(args: readonly string[]): void {
  if (args[0] === '--scale') {
    printScale(JSON.parse(args[1] ?? '{}'), args[2] as ShapeName);
    return;
  }
  const figures = args.includes('--large')
    ? larges.flatMap(large)
    : [
        ...commands(),
        ...(args.includes('--commands') ? [] : [...names.flatMap(scales), ...larges.flatMap(large)]),
        ...(args.includes('--cluster') ? cluster() : []),
      ];
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
    const synth = median(7, node, [kit, 'synth', 'local', '--out', out]).seconds;
    const floor = byHand(replayOf(out, ['cdktf', 'constructs']));
    const synthOfAll = median(7, node, [kit, 'synth', '--out', out]).seconds;
    const floorOfAll = byHand(replayOf(out, imports()));
    return [
      { what: 'check of one environment, cold', value: round(check), unit: 's', bound: 0.5 },
      { what: 'floor of local: the same imports and output by hand', value: round(floor), unit: 's' },
      { what: 'synth of local, cold', value: round(synth), unit: 's' },
      { what: 'synth of local over its floor', value: round(synth / floor), unit: '×', bound: 2 },
      {
        what: 'floor of every environment: the same imports and output by hand',
        value: round(floorOfAll),
        unit: 's',
      },
      { what: 'synth of every environment, cold', value: round(synthOfAll), unit: 's' },
      { what: 'synth of every environment over its floor', value: round(synthOfAll / floorOfAll), unit: '×', bound: 2 },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The seconds of a process that makes no more than what `synth` wrote. */
function byHand(replay: Replay): number {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-bench-'));
  try {
    const file = join(folder, 'replay.json');
    writeFileSync(file, JSON.stringify(replay));
    return median(7, node, [join(__dirname, 'bench-floor.js'), file, folder]).seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `synth` wrote, as somebody's own program could make it. */
function replayOf(out: string, imports: readonly string[]): Replay {
  const environments = readdirSync(out);
  const files = (environment: string, folder: string) =>
    existsSync(join(out, environment, folder)) ? readdirSync(join(out, environment, folder)) : [];
  const stack = (environment: string, name: string) =>
    JSON.parse(readFileSync(join(out, environment, 'terraform/stacks', name, 'cdk.tf.json'), 'utf8')).resource ?? {};
  const manifests = (environment: string) =>
    readdirSync(join(out, environment), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^kubernetes\/.*(?<!kustomization)\.yaml$/.test(path),
    );
  return {
    imports,
    files: mapped(otherFiles(out), (path) => readFileSync(join(out, path), 'utf8')),
    stacks: mapped(environments, (of) => mapped(files(of, 'terraform/stacks'), (name) => stack(of, name))),
    charts: mapped(environments, (of) => mapped(manifests(of), (file) => Yaml.load(join(out, of, file)))),
  };
}

const otherFiles = (out: string): string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[^/]+\/(clients\/[^/]+|report)\/[^/]+\.\w+$/.test(path),
  );

const mapped = <Value>(names: readonly string[], give: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, give(name)]));

/** What the bundle takes from the construct libraries, provider by sub-path. */
function imports(): string[] {
  const bundle = readFileSync(kit, 'utf8');
  const found = [...bundle.matchAll(/require\("((?:cdktf|cdk8s|constructs|@cdktf\/[^"]+))"\)/g)];
  return [...new Set(found.flatMap(([, name]) => name ?? []))].sort();
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

/** 5,000 topics and 1,000 applications on one shape, in processes of their own: the median of five, and the fastest against that of half the size. */
function large({ shape, name, what, seconds, megabytes }: Large): Figure[] {
  const measured = (size: PlatformSize, times: number) =>
    Array.from(
      { length: times },
      () => JSON.parse(median(1, node, [bench, '--scale', JSON.stringify(size), shape]).stdout) as Scale,
    ).sort((a, b) => a.whole - b.whole);
  const runs = measured(fiveThousand, 5);
  const middle = runs[2] as Scale;
  // Processor time is compared: the disk's time grows in its own way.
  const fewest = (scales: readonly Scale[]) => Math.min(...scales.map(({ cpu }) => cpu));
  const half = measured({ topics: 2500, applications: 500, flows: 5000, owners: 50 }, 3);
  return [
    { what: `${name}: ${what} written`, value: middle.resources, unit: what },
    { what: `${name}: synth`, value: middle.synth, unit: 's' },
    { what: `${name}: load, check, compile and synth`, value: middle.total, unit: 's' },
    { what: `${name}: the whole process`, value: middle.whole, unit: 's' },
    { what: `${name}: floor: the same files written, and nothing else`, value: middle.writing, unit: 's' },
    {
      what: `${name}: the whole process beyond its floor`,
      value: round(middle.whole - middle.writing),
      unit: 's',
      bound: seconds,
    },
    { what: `${name}: its processor time`, value: middle.cpu, unit: 's' },
    { what: `${name}: fastest of five`, value: (runs[0] as Scale).whole, unit: 's' },
    { what: `${name}: peak memory`, value: middle.megabytes, unit: 'MB', bound: megabytes },
    {
      what: `${name}: processor time over that of half of them`,
      value: round(fewest(runs) / fewest(half)),
      unit: '×',
      bound: 2.4,
    },
  ];
}

interface Large {
  readonly shape: ShapeName;
  readonly name: string;
  /** What is counted. */
  readonly what: 'objects' | 'resources';
  /** At most, beyond the floor. */
  readonly seconds: number;
  readonly megabytes: number;
}

const larges: readonly Large[] = [
  { shape: 'strimzi', name: 'strimzi, 5,000 topics and 1,000 users', what: 'objects', seconds: 3, megabytes: 500 },
  {
    shape: 'event-hubs',
    name: 'event-hubs, 5,000 hubs on five Premium namespaces and 1,000 applications',
    what: 'resources',
    seconds: 6,
    megabytes: 800,
  },
  {
    shape: 'msk-scram',
    name: 'msk, 5,000 topics and 1,000 users with passwords',
    what: 'resources',
    seconds: 6,
    megabytes: 800,
  },
];

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

function printScale(size: PlatformSize, shape: ShapeName): void {
  void scale(size, shape).then((found) => process.stdout.write(JSON.stringify(found)));
}

main(process.argv.slice(2));
