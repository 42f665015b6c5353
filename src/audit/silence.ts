/**
 * 不作声的缘由: by name, how a text looks where numbers that don't fit are no contradiction. A sentence that looks so stands
 * above each; they are asked in order, and one is enough.
 */
export type Silences<Seen> = Record<string, (seen: Seen) => boolean>;

/** 有缘由不作声 */
export const isSilent = <Seen>(silences: Silences<Seen>, seen: Seen): boolean =>
  Object.values(silences).some((isSo) => isSo(seen));
