/** Stands where somebody has to say something; nobody has until it is replaced. */
export const unsaid = '…';

/** What can be looked up: `INC-4711`, `CHG0012345`, `#4711`, an address; a version (`v10`) and a host (`prod01`) are none. */
const lookedUp = /(^|\s)(\p{L}+-\d{2,}|#\d{2,}|\p{L}+\d{4,})|https?:\/\/[^\s/]+\/\S/u;

const words = /[\p{L}\p{N}]{2,}/gu;

/** Where no space is between words, six signs are more than one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u;

/** What is written where nobody wants to say why. */
const placeholder =
  /^\W*((to ?do( later)?|to be (done|defined|decided)|not (applicable|available|known)|(no|none) (reason|given))\W*$|(todo|tbd|fixme|xxx)\b)/i;

/** One word twice, and two of two letters each, are typed to get past a rule. */
const saysSomething = (text: string): boolean => {
  const found = text.toLowerCase().match(words) ?? [];
  return new Set(found).size >= 2 && found.some(({ length }) => length > 2);
};

/**
 * Whether a text says why: two words at least, for one fits anywhere, or what can be looked up. One measure for whatever
 * is excepted: waivers, approvals, removals, acceptances, operators, open clusters.
 */
export const isReason = (text = ''): boolean =>
  lookedUp.test(text) || unspaced.test(text) || (saysSomething(text) && !placeholder.test(text));

/** What to do where it does not. */
export const reasonFix =
  "say why in two words at least (six signs where no blanks are between words), or where it can be looked up, by two digits at least: 'INC-4711'";
