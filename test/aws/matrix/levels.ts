import { features } from './features';
import { freeLevels } from './free';

/** Every level of a factor but some. */
export const all = (factor: string, ...but: string[]): string[] =>
  Object.keys(features[factor] ?? {}).filter((level) => !but.includes(level));

/** Levels that say a field, here or in overrides: all of them, or those of one value. */
export const saidOf = (field: string, value = ''): string[] =>
  Object.keys(freeLevels.get(field) ?? {}).filter((level) => level !== 'unsaid' && level.endsWith(value));

/** Levels of `brokers` by their kind. */
export const serverless = ['serverless'];
export const express = ['express', 'expressSix', 'expressInTwoZones', 'sizeOfStandard'];
export const standard = all('brokers', ...serverless, ...express);
/** Those that the kit makes. */
export const made = standard.filter((level) => level !== 'existing');
export const provisioned = [...standard, ...express];
