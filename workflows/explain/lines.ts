/** What is to be known of one noun, as titles and lines. */
export type Explanation = Readonly<Record<string, string | readonly string[]>>;
