import { z } from 'zod';

/** A disk's size, as MSK sells it. */
export const gibibytesShape = z.templateLiteral([z.int(), 'GiB'], { error: "whole gibibytes such as '100GiB'" });

export const gibibytesOf = (written: string): number => Number.parseInt(written, 10);
