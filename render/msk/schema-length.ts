/** https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html#schema-registry-quotas, read 2026-11-21 */
export const longestDefinition = 170_000;

/** What is wrong with the text of a schema. */
export function lengthProblem(definition: string): string | undefined {
  if (definition.trim() === '') return 'it is empty';
  return definition.length > longestDefinition
    ? `${definition.length} characters are more than ${longestDefinition}`
    : undefined;
}
