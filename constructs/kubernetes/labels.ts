/** Who made an object, and which team answers for it. https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export const labelsOf = (owner?: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/managed-by': 'kafka-platform-kit',
  ...(owner ? { owner } : {}),
});
