import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { SecretRef } from '../../model/secret-ref';
import { Failure } from '../failure';
import { writePrivately } from './private-file';

const versionShape = z.strictObject({ password: z.string(), version: z.int() });

/** The credential that works, and beside it the one that the next apply brings. */
const credentialShape = versionShape.extend({ username: z.string(), pending: versionShape.optional() });

export type Credential = Pick<z.infer<typeof credentialShape>, 'username' | 'password' | 'version'>;
type Kept = z.infer<typeof credentialShape>;

/** Which version of a password was applied last; nothing when none was. */
export type AppliedVersion = (ref: SecretRef) => number | undefined;

/** A password that brokers know and nobody has any more. */
export class LostCredential extends Failure {
  constructor(
    readonly application: string,
    why: readonly string[],
  ) {
    super(`the credential of ${application} is lost`, { why, fix: `make another password: ${anotherOf(application)}` });
    this.name = 'LostCredential';
  }
}

const anotherOf = (application: string): string =>
  `kafka-kit rotate run ENVIRONMENT ${application} --interrupt; or, where secrets.versions counts it, count it up by one and deploy`;

/**
 * The secret store `files`: a file per credential, mode 600, in a folder outside the repository. A rotation is pending
 * until it was applied: until then the password before it is the one that brokers know.
 */
export class FileStore {
  constructor(
    /** Below it a folder per cluster. */
    private readonly folder: string,
    private readonly appliedVersion: AppliedVersion = () => undefined,
  ) {}

  /**
   * The password to apply; made at random when there is none, or when the description counts a rotation more.
   * @throws Failure when the file of a password that was applied is lost
   */
  ensurePassword(ref: SecretRef): Credential {
    const kept = this.ensure(ref);
    const { username, pending } = kept;
    return pending && ref.version > kept.version ? { username, ...pending } : current(kept);
  }

  /**
   * The next apply brings a password that somebody gave, and clients on this machine sign in with it. One that is applied
   * already stays: brokers are told no other with the same version.
   */
  keepGiven(ref: SecretRef, password: string): void {
    const applied = this.appliedVersion(ref);
    if (applied !== undefined && applied >= ref.version) return;
    const given = { password, version: ref.version };
    const known = applied === undefined ? undefined : this.settled(ref);
    this.write(ref, known ? { ...known, pending: given } : { username: basename(ref.name), ...given });
  }

  /** The password that brokers know; before the first apply, the one that they will. @throws Failure as above */
  passwordInUse(ref: SecretRef): Credential {
    return current(this.ensure(ref));
  }

  private ensure(ref: SecretRef): Kept {
    const known = this.settled(ref);
    const newest = known?.pending ?? known;
    this.requireNothingLost(ref, newest?.version);
    if (known && newest && newest.version >= ref.version) return known;
    const made = { password: randomBytes(32).toString('base64url'), version: ref.version };
    return this.write(ref, known ? { ...known, pending: made } : { username: basename(ref.name), ...made });
  }

  /** What is pending takes its place once it was applied, by whomever. */
  private settled(ref: SecretRef): Kept | undefined {
    const known = this.read(ref);
    if (!known?.pending || known.pending.version !== this.appliedVersion(ref)) return known;
    return this.write(ref, { username: known.username, ...known.pending });
  }

  private requireNothingLost(ref: SecretRef, newest: number | undefined): void {
    const applied = this.appliedVersion(ref);
    if (applied === undefined || applied < ref.version || (newest !== undefined && newest >= applied)) return;
    const application = applicationOf(ref);
    throw new LostCredential(application, [
      `version ${applied} of its password was applied; ${this.file(ref)} ${newest === undefined ? 'is gone' : `holds version ${newest}`}`,
    ]);
  }

  private read(ref: SecretRef): Kept | undefined {
    const file = this.file(ref);
    if (!existsSync(file)) return undefined;
    try {
      return credentialShape.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      throw new Failure(`${file} is no credential`, {
        fix: `delete it, and make another password: ${anotherOf(applicationOf(ref))}`,
      });
    }
  }

  private write(ref: SecretRef, kept: Kept): Kept {
    writePrivately(this.file(ref), `${JSON.stringify(kept)}\n`);
    return kept;
  }

  private file({ name }: SecretRef): string {
    return join(this.folder, `${name}.json`);
  }
}

/** One of an application's two users: versions are counted for both. */
const applicationOf = ({ name }: SecretRef): string => basename(name).replace(/--2$/, '');

const current = ({ username, password, version }: Kept): Credential => ({ username, password, version });
