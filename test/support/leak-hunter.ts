import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Planted } from './planted-secrets';

/** Where some of a secret was found. */
export interface Leak {
  readonly file: string;
  readonly kind: string;
  /** In which form: as it is, or as something writes it. */
  readonly form: string;
}

/** So many letters of a secret in a row are found: a line of a key, or half of a short password. */
const least = 12;

/** A secret as programs write it. */
const forms: Readonly<Record<string, (text: string) => readonly string[]>> = {
  raw: (text) => [text],
  JSON: (text) => [JSON.stringify(text).slice(1, -1)],
  'JSON in JSON': (text) => [JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
  // Terraform and Go escape what HTML would read.
  'JSON of Go': (text) => [
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  ],
  URL: (text) => [encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+')],
  base64: (text) => alignments(text),
  'base64 for addresses': (text) => alignments(text).map((one) => one.replaceAll('+', '-').replaceAll('/', '_')),
  hexadecimal: (text) => [Buffer.from(text).toString('hex')],
};

/** Whatever comes before it, the middle of its base64 is one of three. */
const alignments = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const written = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    return written.replace(/=+$/, '').slice(before === 0 ? 0 : 4, -4);
  });

/** Looks for secrets in all that a tool leaves: files below folders, and what it printed. */
export class LeakHunter {
  private readonly needles = new Map<string, { readonly kind: string; readonly form: string }>();
  private readonly patterns: string;

  /** @param folder Where the patterns are kept, outside of what is searched; mode 600. */
  constructor(secrets: readonly Planted[], folder: string) {
    for (const { kind, text } of secrets)
      for (const [form, write] of Object.entries(forms))
        for (const written of write(text))
          for (const needle of linesOf(written))
            if (!this.needles.has(needle)) this.needles.set(needle, { kind, form });
    this.patterns = join(folder, 'patterns');
    writeFileSync(this.patterns, `${[...this.needles.keys()].join('\n')}\n`, { mode: 0o600 });
  }

  /** How many texts it looks for. */
  get size(): number {
    return this.needles.size;
  }

  /** How many files there are below the folders. */
  files(folders: readonly string[]): number {
    return spawnSync('find', [...folders, '-type', 'f'], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean).length;
  }

  /** Every file below the folders that holds a part of a secret. */
  hunt(folders: readonly string[]): readonly Leak[] {
    const found = spawnSync('grep', ['-rlaF', '--binary-files=text', '-f', this.patterns, ...folders], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 1 << 26,
    });
    if (found.status !== 0 && found.status !== 1) throw new Error(found.stderr);
    return found.stdout
      .split('\n')
      .filter(Boolean)
      .flatMap((file) => this.in(file));
  }

  private in(file: string): readonly Leak[] {
    const text = readFileSync(file, 'utf8');
    const told = [...this.needles].filter(([needle]) => text.includes(needle));
    return [...new Map(told.map(([, { kind, form }]) => [`${kind} ${form}`, { file, kind, form }])).values()];
  }
}

/** A key of several lines is written line by line; what all keys have in common is no part of one. */
const linesOf = (text: string): string[] =>
  text
    .split(/\n|\\n|\\\\n|%0A/)
    .map((line) => line.replace(/^[\s"']+|[\s"']+$/g, ''))
    .filter((line) => line.length >= least && !/^-----|^%2D%2D|^LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t$/.test(line));

/** Whether nobody but its owner may read a file. */
export const isPrivate = (file: string): boolean => (statSync(file).mode & 0o077) === 0;
