/** Until something is so. @throws Error when it is not within two minutes, or within the milliseconds that are said */
export async function until(so: () => boolean, what = 'it', milliseconds = 120_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !so(); ) {
    if (Date.now() > end) throw new Error(`${what} never came to be`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
