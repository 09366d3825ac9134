import type { Progress } from '../failure';
import { codes, type Judgement } from '../judgement';
import type { StackResult } from './deploy-result';
import { listed, type TerraformEvent } from './events';
import { describeSummary, type Summary } from './plan';

/** How often an apply that takes long says how far it is, in milliseconds. */
const interval = 10_000;

/** Says what happens to one stack, in lines that stand below each other. */
export class StackReport {
  private said: number | undefined;

  constructor(
    private readonly result: StackResult,
    /** The width of the longest name. */
    private readonly width: number,
    private readonly progress: Progress,
  ) {}

  planned(changed: boolean, summary: Summary, judgement: Judgement): void {
    this.say(changed ? `plan     ${describeSummary(summary)}` : 'no changes');
    if (judgement.verdict === 'destructive') this.say('refused');
    else for (const line of reviewLines(judgement)) this.say(line);
  }

  restored(): void {
    this.say('restores the state of before an apply that was killed while it wrote one');
  }

  adopted(addresses: readonly string[]): void {
    if (addresses.length > 0) this.say(`adopts   ${addresses.length} that exist already: ${listed(addresses)}`);
  }

  abandoned(names: readonly string[]): void {
    if (names.length > 0)
      this.say(`review   an interrupted run may have made these, and nothing manages them: ${listed(names)}`);
  }

  applied(seconds: number): void {
    this.say(`applied  ${this.result.applied.length} in ${seconds.toFixed(1)} s`);
  }

  disconnected(): void {
    this.say('again    what is left: the provider was not connected');
  }

  failed(): void {
    this.say('failed');
  }

  /** Counts what is applied, and speaks when something takes long. */
  hear({ type, address = '' }: TerraformEvent): void {
    if (type === 'state_lock_acquire') this.say('waits for the lock of its state');
    if (type !== 'apply_complete') return;
    this.result.applied.push(address);
    this.said ??= performance.now();
    if (performance.now() - this.said < interval) return;
    this.said = performance.now();
    this.say(`applied  ${this.result.applied.length} so far`);
  }

  private say(text: string): void {
    this.progress(`  ${this.result.stack.padEnd(this.width)}  ${text}`);
  }
}

/** A line per code. What a refusal is about, its failure lists in full. */
const reviewLines = ({ changes }: Judgement): string[] =>
  [...new Set(changes.map(({ code }) => code))].map((code) => {
    const addresses = changes.flatMap((change) => (change.code === code ? [change.address] : []));
    return `review   ${code} ${codes[code]}: ${listed(addresses)}`;
  });
