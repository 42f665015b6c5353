import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { toFile } from "../../src/domain/measure/toFile.ts";
import { eachDatabase } from "../world/databases.ts";
import { openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  it("接口里办的事，月度数字里都有：受理、在线办结、转办、退单驳回、按时、回访、满意", async () => {
    const hotline = await openHotline(await open());
    const story = await Story(hotline);
    const figures = async () =>
      toFile((await computeMonth(hotline.db, hotline.platform, "2022-10")).figures) as never as Record<
        string,
        Record<string, unknown>
      >;
    await expect(figures()).rejects.toMatchObject({ refused: { refused: "emptyMonth" } });

    const answered = await story.accepted();
    await story.change("agent", `/requests/${answered}`, "resolution", { text: "已当场答复。" });
    await story.change("agent", `/requests/${answered}`, "rating", { rating: "satisfied" });

    const good = await story.dispatched("housing");
    await story.say("housing", good, "acknowledgement");
    await story.say("housing", good, "citizen-informing", { text: null });
    await story.say("housing", good, "resolution", { solved: true, internalText: null, publicText: "已修好。" });
    const late = await story.dispatched("housing");
    await story.say("housing", late, "acknowledgement");
    await story.say("housing", late, "return-request", { reason: "职责不符", text: "不是我们的。" });
    await story.say("dispatcher", late, "return-rejection", { text: "请办理。" });
    hotline.at("2022-10-13T09:00:00+08:00");
    await story.rated(good);
    hotline.at("2022-10-26T09:00:00+08:00");
    await story.say("housing", late, "resolution", { solved: false, internalText: null, publicText: "已答复。" });
    hotline.at("2022-10-27T09:00:00+08:00");
    await story.say("followUp", late, "follow-up", {
      channel: "phone",
      rating: "dissatisfied",
      solved: false,
      text: null,
    });

    const month = await figures();
    expect(month.requests).toMatchObject({ accepted: 3 });
    expect(month.handling).toMatchObject({ accepted: 3, firstContact: 1, dispatched: 2 });
    const rows = (month.appendix1 as never as { groups: { rows: object[] }[] }).groups.flatMap((group) => group.rows);
    expect(rows).toEqual([
      expect.objectContaining({
        validOrders: 2,
        followUps: 2,
        returnsRejected: 1,
        onTime: 1,
        informed: 1,
        satisfied: 1,
        dissatisfied: 1,
      }),
    ]);
    expect(hotline.faults).toEqual([]);
  });
}, books);
