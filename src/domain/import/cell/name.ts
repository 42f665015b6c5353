import { codeOf, type NamedKind, nameOf } from "../names.ts";
import { type CellKind, isWrong, plainText, shown, wrong } from "./cell.ts";

const NOUNS: Record<NamedKind, string> = {
  unit: "承办单位",
  unitGroup: "单位分组",
  category: "诉求小类",
  requestType: "诉求类型",
  place: "地区",
  county: "县级平台",
  hotEvent: "热点事件",
};

/** 名称或代码: of something the rulebook knows; refuses the unknown and the ambiguous. */
export const named = (kind: NamedKind): CellKind => ({
  read: (content, names) => {
    const text = plainText(content);
    if (isWrong(text)) return text;
    const code = codeOf(names, kind, text);
    if (code) return code;
    const why = code === null ? "对应多个，请写代码" : "不在规则库中";
    return wrong(`${NOUNS[kind]}${shown(content)}${why}`);
  },
  print: (code, names) => nameOf(names, kind, code),
});

const SEPARATORS = /[、,;\n]+/;

/** 若干名称: separated by 、 , ; or a new line. */
export const namedList = (kind: NamedKind): CellKind => {
  const one = named(kind);
  return {
    read: (content, names) => {
      const text = plainText(content);
      if (isWrong(text)) return text;
      const all = text.split(SEPARATORS).filter((part) => part.trim() !== "");
      const read = all.map((part) => one.read(part, names));
      return read.find(isWrong) ?? read;
    },
    print: (codes: string[]) => codes.join("、"),
  };
};
