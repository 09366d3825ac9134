import { brokerSignals } from './broker-signals';
import { lagSignals } from './lag-signals';
import { mirrorMakerSignals } from './mirror-maker-signals';
import { surroundingSignals } from './surrounding-signals';

/** Every series that an alert or a dashboard may name. */
export const signals = { ...brokerSignals, ...mirrorMakerSignals, ...lagSignals, ...surroundingSignals } as const;

export type SignalName = keyof typeof signals;

/** A label that some signal has. */
export type SignalLabel = (typeof signals)[SignalName]['labels'][number];
