import { spawnSync } from 'node:child_process';
import { builtByGo } from './go-program';

/** What conftest says of some files. */
export interface Tested {
  /** `KFK-T008 kafka_topic.orders: …`, sorted. */
  readonly denied: readonly string[];
  readonly warned: readonly string[];
  /** How many files and documents it looked at. */
  readonly looked: number;
}

interface Result {
  readonly filename: string;
  readonly successes?: number;
  readonly failures?: readonly { readonly msg: string }[];
  readonly warnings?: readonly { readonly msg: string }[];
}

/** Where it is. @throws Error when Go cannot build it */
export const conftestProgram = () => builtByGo({ name: 'conftest', package: 'github.com/open-policy-agent/conftest' });

/** Asks a bundle about files and folders, as its guide says: rules and tables are in one folder. */
export function conftest(bundle: string, ...files: readonly string[]): Tested {
  const results = JSON.parse(
    ran('test', '--strict', '--policy', bundle, '--data', bundle, '--output', 'json', ...files),
  );
  const all = results as readonly Result[];
  const said = (of: 'failures' | 'warnings') =>
    all.flatMap((result) => (result[of] ?? []).map(({ msg }) => msg)).sort();
  return { denied: said('failures'), warned: said('warnings'), looked: all.length };
}

/** Without tables. */
export function conftestWithoutData(bundle: string, ...files: readonly string[]): Tested {
  const results = JSON.parse(ran('test', '--strict', '--policy', bundle, '--output', 'json', ...files));
  const denied = (results as readonly Result[]).flatMap(({ failures = [] }) => failures.map(({ msg }) => msg)).sort();
  return { denied, warned: [], looked: results.length };
}

/** The tests that are written in Rego beside the rules. */
export const verified = (bundle: string): { readonly passed: number; readonly failed: readonly string[] } => {
  const results = JSON.parse(
    ran('verify', '--strict', '--policy', bundle, '--data', bundle, '--output', 'json'),
  ) as Result[];
  return {
    passed: results.reduce((sum, { successes = 0 }) => sum + successes, 0),
    failed: results.flatMap(({ failures = [] }) => failures.map(({ msg }) => msg)),
  };
};

/** Whether the modules are written as `opa fmt` writes them. */
export const isFormatted = (folder: string): boolean =>
  spawnSync(conftestProgram(), ['fmt', '--check', folder], { encoding: 'utf8' }).status === 0;

/** @throws Error with what it says when it cannot judge at all */
function ran(...options: readonly string[]): string {
  const { stdout, stderr } = spawnSync(conftestProgram(), options, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (!stdout.trimStart().startsWith('['))
    throw new Error(`conftest ${options.join(' ')}: ${stderr}${stdout.slice(0, 2000)}`);
  return stdout;
}
