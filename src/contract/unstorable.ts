/** 存不下的字符: NUL and the half of a character; the database can't hold them in a text. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** 哪一处 of what was sent holds such a character, as a JSON pointer; null: none. Names of fields count as well. */
export function unstorableAt(sent: unknown, at = ""): string | null {
  if (typeof sent === "string") return UNSTORABLE.test(sent) ? at || "/" : null;
  if (typeof sent !== "object" || sent === null) return null;
  for (const [name, value] of Object.entries(sent)) {
    const found = UNSTORABLE.test(name) ? at || "/" : unstorableAt(value, `${at}/${name}`);
    if (found !== null) return found;
  }
  return null;
}
