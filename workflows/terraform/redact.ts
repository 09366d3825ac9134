import { isSecretLiteral } from '../../model/secret-literal';

/**
 * Takes out of what Terraform prints the secrets that it was given, by variables of its own and by those of whoever
 * deploys: a provider may log what it is configured with. Mongey/kafka 0.13.1 hides its passwords and prints the token
 * of a session of AWS, which it reads from `AWS_SESSION_TOKEN` without being asked.
 */
export function redactor(variables: NodeJS.ProcessEnv): (line: string) => string {
  const parts = Object.entries(variables)
    .flatMap(([name, value]) => (value !== undefined && isSecret(name, value) ? writtenAs(value) : []))
    .filter((part) => part.length >= shortest)
    // One may be part of another.
    .sort((a, b) => b.length - a.length);
  const distinct = [...new Set(parts)];
  return (line) => distinct.reduce((left, part) => left.replaceAll(part, '*****'), line);
}

/** What is shorter is in many words. */
const shortest = 8;

const isSecret = (name: string, value: string) =>
  isSecretLiteral(name, value) || (name.startsWith('TF_VAR_') && /password|secret|token/i.test(name));

/** Line by line, as it is and as JSON writes it, once and twice, by Node and by Go. */
function writtenAs(value: string): string[] {
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
  const forGo = (text: string) =>
    escaped(text).replaceAll(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
  return value
    .split(/\r?\n/)
    .flatMap((line) => [line, escaped(line), forGo(line), escaped(escaped(line)), encodeURIComponent(line)]);
}
