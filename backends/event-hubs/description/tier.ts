/** `basic` is there to be refused with a reason: it has no Kafka endpoint. */
export const tiers = ['basic', 'standard', 'premium', 'dedicated'] as const;
export type Tier = (typeof tiers)[number];
/** What a namespace is where nobody says. */
export const defaultTier: Tier = 'premium';
