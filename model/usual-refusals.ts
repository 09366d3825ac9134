/** What a cluster may refuse, of each kind, before somebody is told: where nobody says another number or another time. */
export const usualRefusals = { moreThan: 5, minutes: 5 } as const;
