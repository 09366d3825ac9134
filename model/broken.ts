import type { Key } from './place';

const environmentKinds = [
  'approvals',
  'replications',
  'connectClusters',
  'bridges',
  'schemaRegistries',
  'operators',
] as const;
const kinds = [
  'owners',
  'topics',
  'applications',
  'flows',
  'clusters',
  'connectors',
  'plugins',
  ...environmentKinds,
] as const;
type Kind = (typeof kinds)[number];
const kindsOfPlatform: readonly Kind[] = ['owners', 'topics', 'applications', 'flows', 'connectors', 'plugins'];

/**
 * What was described so wrongly that it is left out, wholly or in part. Nothing is said about it that a correction may
 * make untrue.
 */
export class Broken {
  private readonly whole = new Set<Kind>();
  private readonly nouns = new Set<string>();
  private readonly paths: string[] = [];

  get isEmpty(): boolean {
    return this.whole.size === 0 && this.nouns.size === 0;
  }

  /** Whether all of a kind is left out, or the noun of it that is named. */
  has(kind: Kind, name?: string): boolean {
    return this.whole.has(kind) || (name !== undefined && this.nouns.has(`${kind} ${name}`));
  }

  /** Whether something at a path of the description, or beneath it, is left out. */
  within(...path: readonly Key[]): boolean {
    const start = textOf(path);
    return this.paths.some((one) => one.startsWith(start));
  }

  /** What is left out with the value at a path of a description. */
  add(path: readonly Key[]): void {
    const [root, kind, name, field] = path;
    this.paths.push(textOf(path));
    const whole = environmentKinds.find((one) => one === root);
    if (whole) this.leaveOut(whole);
    else if (root === 'clusters') this.leaveOut(root, kind);
    else if (root === 'platform' || root === 'overrides') {
      if (kind === 'applications' && (field === undefined || field === 'produces' || field === 'consumes'))
        this.leaveOut('flows');
      if (kind === 'connectors' || kind === 'plugins') this.leaveOut(kind);
      else if (kind === 'owners' || kind === 'topics' || kind === 'applications') {
        if (field === undefined) this.leaveOut(kind, name);
      } else if (root === 'platform') for (const any of kindsOfPlatform) this.leaveOut(any); // all of it, or a misspelled kind
    }
  }

  private leaveOut(kind: Kind, name?: Key): void {
    if (name === undefined) this.whole.add(kind);
    else this.nouns.add(`${kind} ${name}`);
  }
}

/** Each key ends with what no key contains: `topics/a` does not begin as `topics/ab` does. */
const textOf = (path: readonly Key[]): string => path.map((key) => `${key}\n`).join('');
