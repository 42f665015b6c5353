/** 列了两次: a list of names that has one of them twice. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

export const repeatedName = ({ passages }: Reading): Finding[] => passages.flatMap(inPassage);

const list = /(?:[\u4e00-\u9fff]{2,10}、){4,}[\u4e00-\u9fff]{2,10}/g;

/** “山东、四川、浙江、河北、陕西、山东等省”: five names at least, without numbers */
const inPassage = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(list)].flatMap((match) => {
    const [first, ...others] = match[0].split("、");
    // the first may have words before it, the last ones behind it
    const names = others.slice(0, -1);
    const twice = names.find(
      (name, at) => names.indexOf(name) < at || first === name || new RegExp(`[为是有在由对即含]${name}$`).test(first!),
    );
    if (!twice) return [];
    return [
      finding("listLength", {
        confidence: 0.7,
        places: [quote(passage, match.index, match.index + match[0].length)],
        values: [twice],
        arithmetic: `“${twice}”列了 2 次`,
        message: `同一列举中“${twice}”出现了两次：“${match[0].slice(0, 60)}”。`,
      }),
    ];
  });
