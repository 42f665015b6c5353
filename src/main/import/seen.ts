const WORDS = 4;

/**
 * 见过的编号: which numbers a file has had so far, each with the digest of its row; sixteen bytes a row, so that a file of
 * any length keeps memory small. Both hashes are of a cryptographic kind, at least eight bytes long.
 */
export function seenNumbers() {
  let table = new Uint32Array(1024 * WORDS);
  let count = 0;
  const slotOf = (into: Uint32Array, high: number, low: number) => {
    const slots = into.length / WORDS;
    let slot = low % slots;
    while (into[slot * WORDS] !== 0 && (into[slot * WORDS] !== high || into[slot * WORDS + 1] !== low))
      slot = (slot + 1) % slots;
    return slot * WORDS;
  };
  const grow = () => {
    const larger = new Uint32Array(table.length * 2);
    for (let at = 0; at < table.length; at += WORDS)
      if (table[at] !== 0) larger.set(table.subarray(at, at + WORDS), slotOf(larger, table[at]!, table[at + 1]!));
    table = larger;
  };
  const words = (hash: Buffer): [number, number] => [hash.readUInt32LE(0) || 1, hash.readUInt32LE(4)];
  return {
    /** 登记: 'new', or whether the number came before with the 'same' content or with 'other' content */
    add(number: Buffer, content: Buffer): "new" | "same" | "other" {
      const [high, low] = words(number);
      const at = slotOf(table, high, low);
      const [first, second] = words(content);
      if (table[at] !== 0) return table[at + 2] === first && table[at + 3] === second ? "same" : "other";
      table.set([high, low, first, second], at);
      count += 1;
      if (count * WORDS * 2 > table.length) grow();
      return "new";
    },
    has(number: Buffer): boolean {
      const [high, low] = words(number);
      return table[slotOf(table, high, low)] !== 0;
    },
  };
}

export type SeenNumbers = ReturnType<typeof seenNumbers>;
