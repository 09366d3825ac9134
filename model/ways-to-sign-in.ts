import { z } from 'zod';

const needed = 'a list of one way to sign in or more, each once';

/** Who says none is given the default without learning so, and who says one twice meant another. */
export const waysToSignIn = <Way extends z.ZodType<string>>(way: Way) =>
  z
    .array(way)
    .min(1, needed)
    .refine((ways) => new Set(ways).size === ways.length, needed);
