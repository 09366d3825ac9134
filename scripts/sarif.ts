import type { Problem } from '../model/problem';

/** Problems as a SARIF 2.1.0 log, which code hosts show beside the lines. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifOf(problems: readonly Problem[]) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kafka-kit',
            rules: [...new Set(problems.map(({ code }) => code))].sort().map((id) => ({ id })),
          },
        },
        results: problems.map(({ code, severity, file, path, problem, fix }) => ({
          ruleId: code,
          level: severity,
          message: { text: `${path ? `${path}: ` : ''}${problem}; ${fix}` },
          ...(file ? { locations: [{ physicalLocation: locationOf(file) }] } : {}),
        })),
      },
    ],
  };
}

function locationOf(file: string) {
  const [, uri = file, line, column] = /^(.*?)(?::(\d+):(\d+))?$/.exec(file) ?? [];
  return {
    artifactLocation: { uri },
    ...(line ? { region: { startLine: Number(line), startColumn: Number(column) } } : {}),
  };
}
