import { expect, test } from "vitest";
import { fullFacts, impossibleFacts } from "../../../test/world/report.ts";
import { untouched } from "../../domain/report/draft.ts";
import type { ReportFacts } from "../facts.ts";
import { draftChecks } from "./checks.ts";
import { paperOf } from "./paper.ts";

const impossible = (facts: ReportFacts) =>
  draftChecks(paperOf(facts, untouched), facts, untouched).filter(({ kind }) => kind === "impossible");

test("县级平台所报不成比率的数，定稿前说出是哪一家、哪两个数、怎么办", () => {
  expect(impossible(fullFacts())).toEqual([]);
  expect(impossible(impossibleFacts())).toEqual([
    {
      ...{ kind: "impossible", section: "appendix2", paragraph: null },
      sentence: "青溪县所报的接通率：9000 多于 900，不成比率，得 0 分，也不计入各平台合计。",
      next: "请对它提异议，由县级平台更正；更正以后会自己重算。",
    },
  ]);
});
