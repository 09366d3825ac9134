/** A step into a description: a key or an index. */
export type Key = string | number;

/** A file that a description, or a part of it, was written in. */
export interface Source {
  /** As the user would type it, relative to where the command runs. Default: the description was made in memory. */
  readonly file?: string;
  /** Where the value at a path stands in the file, counted from 1. Default: unknown (TypeScript, memory). */
  readonly position?: (path: readonly Key[]) => { readonly line: number; readonly column: number } | undefined;
}

/** Where a value was written. */
export interface Place {
  readonly source: Source;
  readonly path: readonly Key[];
}

/** `topics['orders.created'].config['min.insync.replicas']`: dots where a key is an identifier, brackets elsewhere. */
export function formatPath(path: readonly Key[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `['${key.replace(/[\\']/g, '\\$&')}']`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** `environments/local.yaml:12:5`, as editors and terminals open it. */
export function formatFile({ source, path }: Place): string | undefined {
  const position = source.position?.(path);
  return position ? `${source.file}:${position.line}:${position.column}` : source.file;
}

/** Where each field of a noun was written: on the noun itself, or in the environment's overrides. */
export class Origin {
  constructor(
    private readonly base: Place,
    private readonly overrides?: { readonly place: Place; readonly fields: ReadonlySet<string> },
  ) {}

  at(...path: readonly Key[]): Place {
    const from = this.overrides?.fields.has(String(path[0])) ? this.overrides.place : this.base;
    return { source: from.source, path: [...from.path, ...path] };
  }
}
