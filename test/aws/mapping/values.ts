/** Tags as most services want them; Terraform has a map. */
export const keyValues =
  (key: string, value: string) =>
  (tags: Readonly<Record<string, string>>): object[] =>
    Object.entries(tags).map(([name, said]) => ({ [key]: name, [value]: said }));

export const tagList = { to: 'Tags', as: keyValues('Key', 'Value') } as const;

/** What the provider knows once the resource is made: an ARN or id that AWS gave. */
export const arnOf = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
