/** 匿名: what of a person is taken out of a text before anybody may read it who handles nothing for him, as in a report. */
import {
  HOUSE,
  HOUSE_GIVEN,
  LONG_NUMBER,
  NAME_CALLED,
  NAME_ENDED,
  NAME_GIVEN,
  NOBODYS,
  NOWHERE,
  PLACE_END,
  patternOf,
  placeOf,
  TELLINGS,
  WIDE,
} from "./identifying.ts";
import { masks, type Replace, withoutOwn } from "./mask.ts";
import { plainSurname } from "./surname.ts";

const tellsWhere =
  (put: string, named: boolean): Replace =>
  (found, lead, said) => {
    const place = placeOf(said!);
    const nowhere = NOWHERE.exec(place)?.[0].length ?? 0;
    const isNamed = PLACE_END.test(place.slice(nowhere));
    if (place === "" || WIDE.test(place) || ((named || nowhere > 0) && !isNamed)) return found;
    return lead + put + said!.slice(place.length);
  };

const whoever = (name: string): string => `${plainSurname(name) ?? "某"}某`;

const called: Replace = (found, lead, said) => {
  const surname = plainSurname(said!);
  const given = said!.slice(surname?.length);
  if (surname === null || given.startsWith("某")) return found;
  return `${lead}${surname}某${given.slice(NAME_ENDED.test(given) ? 1 : 2)}`;
};

/** 规则表, in the order in which they are tried: a clause first, with the numbers in it */
const RULES: [RegExp, Replace][] = [
  ...masks("某"),
  [LONG_NUMBER, (found) => (NOBODYS.test(found) ? found : "（号码略）")],
  [NAME_GIVEN, (_, lead, name) => lead + whoever(name!)],
  [NAME_CALLED, called],
  ...TELLINGS.map((row): [RegExp, Replace] => [patternOf(row), tellsWhere(row.put, row.named ?? false)]),
  [HOUSE_GIVEN, (_, lead) => `${lead}（门牌略）`],
  [HOUSE, () => "（门牌略）"],
];

/** 一处: what a text says of a person, and what stands there instead */
export interface Identifying {
  said: string;
  put: string;
}

const once = (text: string, noted: (one: Identifying) => void): string =>
  RULES.reduce(
    (told, [pattern, replace]) =>
      told.replace(pattern, (found: string, ...groups) => {
        const put = replace(found, ...groups);
        if (put !== found) noted({ said: found, put });
        return put;
      }),
    text,
  );

/** until no rule finds anything: what one leaves may be another's; each takes words away that don't come back */
function applied(text: string, noted: (one: Identifying) => void): string {
  const told = once(text, noted);
  return told === text ? text : applied(told, noted);
}

const LEFT_OUT = "(?:电话|证件号|银行卡号|账号|邮箱|车牌|号码|住址|单位|门牌)略";
const WITHIN = new RegExp(`([（(])((?:[^（）()]|（${LEFT_OUT}）)*)([）)])`, "g");
const ONLY = new RegExp(`^（${LEFT_OUT}）$`);
const EACH = new RegExp(`（(${LEFT_OUT})）`, "g");

/** 括号不套同样的括号: what is left out stands within somebody's bracket in another, or alone as that bracket */
const unnested = (text: string): string => {
  const told = text.replace(WITHIN, (_, open: string, within: string, close: string) =>
    ONLY.test(within) ? within : open + within.replace(EACH, "〔$1〕") + close,
  );
  return told === text ? text : unnested(told);
};

/** 匿名的文字: masked as at a desk, and without where he lives or works, houses and rooms, names that are given. */
export const anonymous = (text: string): string => unnested(applied(withoutOwn(text), () => {}));

/** 会隐去的, in the order of the rules. */
export function identifyingIn(text: string): Identifying[] {
  const found: Identifying[] = [];
  applied(withoutOwn(text), (one) => found.push(one));
  return found;
}
