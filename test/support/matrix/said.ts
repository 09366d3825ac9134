/** What a level says, by path; names with dots are in brackets. */
export type Said = Readonly<Record<string, unknown>>;

/** What each level of a factor says; the first is what is said where nothing is asked. */
export type Levels = Readonly<Record<string, Said>>;
