/** 建议: what helps whoever fills in the form, with the ground of each; only the rulebook, precedents and words are asked. */
import { suggestionBody, suggestions } from "../../contract/suggestion/suggestion.ts";
import type { Named } from "../../domain/directory/named.ts";
import { promiseWords } from "../../domain/request/promise.ts";
import { comparable, lengthOf } from "../../domain/request/sharedWords.ts";
import { atMost } from "../often.ts";
import { operation } from "../operation.ts";
import { proposedFor } from "../request/proposed.ts";
import { namesAt } from "./names.ts";
import { repeatsOf } from "./repeats.ts";

const CATEGORIES = 3;

/** 内容里说到的小类: by words of its own names that stand in the text, the most of them first. */
function categoriesIn(all: readonly Named[], text: string) {
  const sharedWith = comparable(text);
  return all
    .map(({ key, name, within, others }) => ({
      key,
      name,
      within: within.map((one) => one.name),
      shared: sharedWith([name, ...others.map((other) => other.name)].join("，")),
    }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => lengthOf(b.shared) - lengthOf(a.shared))
    .slice(0, CATEGORIES);
}

/** Asked anew while somebody types, and a person can't type faster. */
const tooOften = atMost(120);

/** The words come in the body: what a citizen says has no business in an address. */
export const suggest = operation({
  id: "suggest",
  method: "POST",
  path: "/suggestions",
  summary: "登记时的建议：小类、承办单位（目录行、先例、属地）、疑似重复，各说依据；不改任何记录",
  tag: "诉求",
  permit: ["agent", "dispatcher", "office"],
  body: suggestionBody,
  answer: suggestions,
  handle: async ({ body: { text, category = null, place = null, urgent, self = null } }, visit) => {
    const often = tooOften(visit.platform, visit.viewer.account, visit.at);
    if (often) return often;
    const rules = await visit.rules();
    return {
      categories: categoriesIn(namesAt(rules, visit.at).category, text),
      proposal: category === null ? null : (await proposedFor([{ category, place }], visit))[0]!,
      repeats: await repeatsOf({ text, category, place, self }, visit),
      promise: promiseWords(rules, urgent, visit.at),
    };
  },
});
