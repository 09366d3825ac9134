/** What the matrix is drawn by; another one gives other combinations, each pair of which is in some description again. */
export const seed = Number(process.env.KAFKA_KIT_TEST_SEED ?? 20_261_121);
