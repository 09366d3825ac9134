import type { Draft } from '../draft';
import type { Finding } from '../problem';
import type { Rule } from '../rule';
import type { StrangeText } from '../strange-text';

export const onlyWhatIsSeen: Rule = {
  code: 'KFK-X020',
  severity: 'error',
  title: 'Texts hold no character that a reader cannot see, or that moves what he sees',
  source: 'https://trojansource.codes: a reviewer approves what he sees, and tools read what is there',
  check: (draft) =>
    findings(draft, 'character', ({ what, key }) => ({
      problem: `${key ? 'the name holds' : 'it holds'} ${what}, which nobody who reads it sees`,
      fix: 'write it anew, without that character',
    })),
};

export const noTemplates: Rule = {
  code: 'KFK-X021',
  severity: 'error',
  title: 'No text is a template of Terraform, Prometheus or Helm: it would be filled in where it is applied',
  source: 'https://developer.hashicorp.com/terraform/language/syntax/json#string-templates',
  check: (draft) =>
    findings(draft, 'template', ({ what, key }) => ({
      problem: `${key ? 'the name holds' : 'it holds'} '${what}', with which a template begins in what it becomes part of`,
      fix: `leave '${what}' out: a description is data, and what differs by environment stands in overrides`,
    })),
};

function* findings(
  { strange }: Draft,
  wanted: StrangeText['kind'],
  told: (text: StrangeText) => Pick<Finding, 'problem' | 'fix'>,
): Iterable<Finding> {
  for (const text of strange) if (text.kind === wanted) yield { place: text.place, ...told(text) };
}

export const strangeTextRules: readonly Rule[] = [onlyWhatIsSeen, noTemplates];
