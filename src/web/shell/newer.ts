/**
 * 补齐: what Chromium 109, the last for Windows 7, doesn't have yet and our rooms use. Before anything else is run. The test of the
 * built files names whatever else is too new.
 */
// biome-ignore lint/suspicious/noExplicitAny: a method of any array
type Any = any;

const lacking: Record<string, (this: Any[], ...given: Any[]) => Any[]> = {
  toSorted(compare) {
    return [...this].sort(compare);
  },
  toReversed() {
    return [...this].reverse();
  },
  toSpliced(...given) {
    const copy = [...this];
    copy.splice(...(given as [number]));
    return copy;
  },
};

for (const [name, value] of Object.entries(lacking))
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
