import { compoundSurnames } from "../domain/access/surname.ts";

const titles = ["先生", "女士", "小姐", "同志", "老师", "师傅", "阿姨", "大爷", "某"];

/**
 * 只留姓氏: 彭先生 stays 彭先生, 彭志强 becomes 彭某, 欧阳明 becomes 欧阳某; one without Han characters becomes 某市民.
 * A report names a citizen no further.
 */
export function surnameOnly(name: string): string {
  const given = name.trim();
  const title = titles.find((word) => given.endsWith(word)) ?? "某";
  const rest = given.endsWith(title) ? given.slice(0, -title.length) : given;
  const surname = compoundSurnames.find((word) => rest.startsWith(word)) ?? [...rest][0];
  return surname && /^\p{Script=Han}+$/u.test(surname) ? surname + title : "某市民";
}
