import { dirname, join, relative, resolve } from 'node:path';
import { own } from '../../model/by-name';
import type { Inventory } from '../../model/inventory';
import { useInstead } from '../../model/near-miss';
import { type Pins, pinnedTo } from '../../model/pins';
import type { Release } from '../../model/release';
import { exitCode, Failure } from '../failure';
import type { Description } from '../load/description';
import { inventoryText } from '../load/inventory';
import { pinsFileOf, pinsText, readPins } from '../load/pins';
import { readRelease, releaseFileOf, releaseIds, releaseText, type StoredRelease } from '../load/releases';
import { writeAllWhole } from '../load/write-whole';
import { committedPins, isVersioned, uncommittedDescriptions } from './version-control';

/** The three things that a promotion writes, beside the descriptions of a project. */
export class ReleaseFiles {
  readonly pins: Pins;
  private readonly pinsFile: string;

  constructor(
    /** The folder of the descriptions. */
    private readonly folder: string,
    /** What files are told relative to. */
    private readonly base: string,
  ) {
    this.pinsFile = pinsFileOf(folder);
    this.pins = readPins(this.pinsFile);
  }

  /** @throws Failure when it is missing, or no longer what its id says */
  release(id: string): StoredRelease {
    const release = readRelease(this.folder, id, this.base);
    if (release.state === 'there') return release;
    throw new Failure(`the release '${id}' is ${release.state}`, {
      fix: `restore ${relative(this.base, releaseFileOf(this.folder, id))} from version control`,
      exit: exitCode.problems,
    });
  }

  /** A release that somebody names. @throws Failure (exit 2) when nobody knows it */
  named(id: string): StoredRelease {
    const known = releaseIds(this.folder);
    if (known.includes(id)) return this.release(id);
    throw new Failure(`there is no release '${id}'`, {
      fix: known.length > 0 ? useInstead(id, known) : 'promote without --release: nothing was promoted yet',
      exit: exitCode.usage,
    });
  }

  /** Whether the folder is under version control. */
  get areVersioned(): boolean {
    return isVersioned(this.folder);
  }

  /** Descriptions that version control does not have as they are; nothing where there is no version control. */
  uncommittedDescriptions(): readonly string[] | undefined {
    return this.areVersioned ? uncommittedDescriptions(this.folder, this.base) : undefined;
  }

  /** The pins, where they do not say in version control yet that an environment has a release. */
  uncommittedPin(environment: string, release: string): readonly string[] | undefined {
    if (!this.areVersioned) return undefined;
    const committed = own(committedPins(this.pinsFile), environment)?.release;
    return committed === release ? [] : [relative(this.base, this.pinsFile)];
  }

  /**
   * The release first: a pin never names what is not there, wherever this is cut off. The inventory last: it knows nothing
   * that the pinned release does not, and what it lacks the same promotion adds. Returns what is to be committed.
   */
  write(
    release: Release,
    { name, inventory: before, inventoryFile }: Description,
    inventory: Inventory,
  ): readonly string[] {
    const after = pinnedTo(this.pins, name, release.id);
    const there = readRelease(this.folder, release.id, this.base).state === 'there';
    if (after === this.pins && there && inventoryText(inventory) === inventoryText(before)) return [];
    const files = [
      // One that is there is as its id says, however it is formatted.
      ...(there ? [] : [[releaseFileOf(this.folder, release.id), releaseText(release)] as const]),
      [this.pinsFile, pinsText(after)] as const,
      [inventoryFile, inventoryText(inventory)] as const,
    ];
    writeAllWhole(files);
    return [releaseFileOf(this.folder, release.id), this.pinsFile, inventoryFile].map((path) =>
      relative(this.base, path),
    );
  }
}

/** Beside the descriptions: `environments/`, or the folder of the one file that is read. */
export const descriptionsFolder = (folder: string, file: string | undefined): string =>
  file === undefined ? join(folder, 'environments') : dirname(resolve(folder, file));
