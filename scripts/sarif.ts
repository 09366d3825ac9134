import { descriptions } from '../backends/descriptions';
import type { Problem } from '../model/problem';
import { isWaivable, type Rule } from '../model/rule';
import { rulesOn } from '../model/rules';
import { promotionRules } from '../model/rules/promotions';
import { shapeCodes } from '../model/shape-codes';
import { written } from './problems';

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
            rules: [...new Set(problems.map(({ code }) => code))].sort().map(ruleOf),
          },
        },
        results: problems.map(({ code, severity, file, path, problem, fix, profile, waiver }) => ({
          ruleId: code,
          level: severity,
          message: {
            text: `${path ? `${path}: ` : ''}${problem}; ${fix}${profile ? ` (asked for by the profile '${profile}')` : ''}${waiver ? `; or waivers: [${written(waiver)}]` : ''}`,
          },
          ...(file ? { locations: [{ physicalLocation: locationOf(file) }] } : {}),
        })),
      },
    ],
  };
}

/** What a rule asks for, who asks, and where that comes from. */
function ruleOf(code: string) {
  const rules: readonly Omit<Rule, 'check'>[] = [...rulesOn(descriptions), ...promotionRules];
  const rule = rules.find((one) => one.code === code);
  if (!rule) return { id: code, shortDescription: { text: shapeCodes[code as keyof typeof shapeCodes] ?? code } };
  const { title, source, severity, errorFrom, profile } = rule;
  return {
    id: code,
    shortDescription: { text: title },
    help: { text: source },
    defaultConfiguration: { level: severity },
    properties: { profile: profile ?? 'baseline', waivable: isWaivable(rule), ...(errorFrom ? { errorFrom } : {}) },
  };
}

function locationOf(file: string) {
  const [, uri = file, line, column] = /^(.*?)(?::(\d+):(\d+))?$/.exec(file) ?? [];
  return {
    artifactLocation: { uri },
    ...(line ? { region: { startLine: Number(line), startColumn: Number(column) } } : {}),
  };
}
