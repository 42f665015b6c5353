/**
 * 让路: between two steps of long work, so that desks are served meanwhile: the embedded database answers within this process, and
 * would let nobody else have a turn.
 */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
