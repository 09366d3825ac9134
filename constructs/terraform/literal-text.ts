/** Text in which Terraform finds no expression of its own: `${topic}` stays as it is written. */
export const literalText = (text: string): string => text.replace(/([$%])(?=\{)/g, '$1$1');
