import type { TagLimits } from '../../../model/tags';

const form = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const letters = "use letters, digits, spaces and '_ . : / = + - @'";

/** The provider gives them to whatever of its resources takes any (`default_tags`). */
export const tags: readonly TagLimits[] = [
  {
    code: 'KFK-E023',
    vendor: 'AWS',
    most: 50,
    name: 128,
    value: 256,
    nameForm: { form: /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/iu, fix: `${letters}, and do not begin with 'aws:'` },
    valueForm: { form, fix: letters },
    // To IAM's policies and roles it does not matter: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
    ignoresCase: true,
    source: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
    read: '2026-11-21',
  },
];
