const longest = 31;

/** 工作表名: at most 31 characters, none of []:*?/\ and no quote at an end, never empty, no two alike (case aside). */
export function sheetNames(wishes: string[]): string[] {
  const taken = new Set<string>(["history"]); // a name the program keeps for itself
  return wishes.map((wish) => {
    const name = free(cleaned(wish), taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

const cleaned = (wish: string): string =>
  cut(wish.replace(/[[\]:*?/\\'\p{Cc}\p{Cs}]/gu, "").trim(), longest).trim() || "表";

/** by UTF-16 units, as the program counts, but never through a character */
function cut(text: string, units: number): string {
  let length = 0;
  let kept = "";
  for (const character of text) {
    length += character.length;
    if (length > units) break;
    kept += character;
  }
  return kept;
}

function free(name: string, taken: Set<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let nth = 2; ; nth++) {
    const ending = `（${nth}）`;
    const next = cut(name, longest - ending.length) + ending;
    if (!taken.has(next.toLowerCase())) return next;
  }
}
