/** One line of Terraform's `-json` output (https://developer.hashicorp.com/terraform/internals/machine-readable-ui). */
export interface TerraformEvent {
  readonly type: string;
  /** For people: the line without its envelope, a diagnostic with its detail. */
  readonly text: string;
  readonly diagnostic?: Diagnostic;
  /** The resource, of an event of an apply that speaks of one. */
  readonly address?: string;
}

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** The resource, where Terraform names one. */
  readonly address?: string;
}

/** Reads a line; what is no event (a provider's panic, a warning about the CLI configuration) is text as it stands. */
export function parseEvent(line: string): TerraformEvent {
  const json = objectIn(line);
  if (!json) return { type: 'text', text: line };
  const type = String(json.type ?? 'text');
  const diagnostic = json.diagnostic as Diagnostic | undefined;
  const message = [json['@timestamp'], json['@message']].filter(Boolean).join(' ');
  const detail = diagnostic?.detail ? `\n${indent(diagnostic.detail)}` : '';
  const hook = json.hook as { resource?: { addr?: string } } | undefined;
  return { type, text: `${message}${detail}`, diagnostic, address: hook?.resource?.addr };
}

function objectIn(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Errors as a person reads them: what happened, where, and the provider's own words below; each only once. */
export function describeErrors(diagnostics: readonly Diagnostic[]): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const places = new Map<string, string[]>();
  for (const { summary, detail, address } of errors) {
    const text = `${summary}\n${indent(detail.trim())}`.trimEnd();
    places.set(text, [...(places.get(text) ?? []), ...(address ? [address] : [])]);
  }
  return [...places].flatMap(([text, addresses]) => [listed(addresses), text].filter(Boolean).join(': ').split('\n'));
}

/** The first three, and how many more. */
export const listed = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** Whether a run had an error of which the pattern speaks. */
export const hasError = (events: readonly TerraformEvent[], pattern: RegExp): boolean =>
  events.some(({ diagnostic }) => diagnostic?.severity === 'error' && pattern.test(diagnostic.summary));

/** Whether a run had errors, and all of them speak of the pattern. */
export const hasOnlyErrors = (events: readonly TerraformEvent[], pattern: RegExp): boolean => {
  const errors = events.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic.summary] : []));
  return errors.length > 0 && errors.every((summary) => pattern.test(summary));
};

/** Resources that were refused because there is one already that no state knows. */
export const refusedAsExisting = (events: readonly TerraformEvent[]): string[] =>
  events
    .flatMap(({ diagnostic }) => diagnostic ?? [])
    .filter(({ severity, summary }) => severity === 'error' && /already exists/i.test(summary))
    .flatMap(({ address }) => address ?? []);

/** Why a run failed: its errors, else the last lines that it printed. */
export function reasons(events: readonly TerraformEvent[]): string[] {
  const errors = describeErrors(events.flatMap(({ diagnostic }) => diagnostic ?? []));
  if (errors.length > most) return [...errors.slice(0, most), `and ${errors.length - most} more lines in the log`];
  if (errors.length > 0) return errors;
  return events
    .map(({ text }) => text)
    .filter((text) => text.trim())
    .slice(-5);
}

/** An interrupt ends what is under way with an error each; only other errors are worth a line. */
export function interruption(events: readonly TerraformEvent[]): string[] {
  const errors = events.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic] : []));
  const isCancelled = ({ summary }: Diagnostic) =>
    /context canceled|execution halted|operation cancell?ed/i.test(summary);
  const cancelled = new Set(errors.filter(isCancelled).flatMap(({ address }) => address ?? []));
  return [
    'it was interrupted',
    ...(cancelled.size > 0 ? [`given up half-way, and settled by the next run: ${listed([...cancelled])}`] : []),
    ...describeErrors(errors.filter((error) => !isCancelled(error))),
  ];
}

/** Lines that a person reads before the log is the better place. */
const most = 20;

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
