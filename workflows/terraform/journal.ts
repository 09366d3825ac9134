import { rmSync } from 'node:fs';
import { textOf, writeDurably } from './durable-file';
import { parseEvent, refusedAsExisting, type TerraformEvent } from './events';

/** A resource that an apply creates, and the id by which it is imported. */
export interface Creation {
  readonly address: string;
  readonly id: string;
  /** It is there already and is imported: it stays in the journal until an apply succeeds. */
  readonly exists?: true;
}

/**
 * What an apply is about to create, written before it begins: when Terraform is killed (or interrupted, or loses its
 * provider), what it was creating may exist and is in no state. The next run adopts what exists of it, and nothing
 * else: on a shared cluster an object that the journal does not name is somebody else's.
 */
export class Journal {
  /** Terraform writes its events here during the apply; it outlives a kit that is killed. */
  readonly events: string;

  constructor(private readonly file: string) {
    this.events = `${file}.events`;
  }

  /** What an earlier apply may have created. Read it while nobody applies. */
  read(): Creation[] {
    return withoutRefused(this.creations(), eventsIn(this.events));
  }

  /** Before an apply. It is on the disk when this returns. */
  begin(creations: readonly Creation[]): void {
    if (creations.length > 0) writeDurably(this.file, JSON.stringify(creations));
    else rmSync(this.file, { force: true });
  }

  /** After an apply that did not succeed; `whole` unless Terraform itself was killed: its last words, and its state, may be missing. */
  keep(events: readonly TerraformEvent[], whole: boolean): void {
    const touched = (type: string) =>
      new Set(events.flatMap((event) => (event.type === type && event.address ? [event.address] : [])));
    const started = touched('apply_start');
    const completed = touched('apply_complete');
    const doubtful = withoutRefused(this.creations(), events).filter(
      ({ address, exists }) => exists || !whole || (started.has(address) && !completed.has(address)),
    );
    this.begin(doubtful);
  }

  /** When everything that it named is in the state, or is not wanted any more. */
  clear(): void {
    rmSync(this.file, { force: true });
    rmSync(this.events, { force: true });
  }

  private creations(): Creation[] {
    return JSON.parse(textOf(this.file) || '[]');
  }
}

/** What was refused because it existed before is somebody else's. */
function withoutRefused(creations: readonly Creation[], events: readonly TerraformEvent[]): Creation[] {
  const refused = new Set(refusedAsExisting(events));
  return creations.filter(({ address }) => !refused.has(address));
}

const eventsIn = (file: string): TerraformEvent[] => (textOf(file) ?? '').split('\n').filter(Boolean).map(parseEvent);
