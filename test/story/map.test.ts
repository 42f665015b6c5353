/** 标准地图: put in with its 审图号, drawn in the cockpit, withdrawn. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { districtMap } from "../world/districtMap.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const add = (given: object = {}, who = "office") =>
    story.people[who]!.post("/maps", {
      approval: "审图号：测S（2022）001号",
      source: "测试用，虚构",
      map: districtMap(),
      ...given,
    });
  const shown = async () => (await story.people.leader!.get("/map")).body.map;

  it("没有就没有；登记以后画出来，印审图号；撤下用回上一幅", async () => {
    expect(await shown()).toBeNull();
    const { body: first } = await add();
    expect(await shown()).toMatchObject({ approval: "测S(2022)001号", source: "测试用，虚构", width: 1000 });
    hotline.at(hotline.now() + 60_000);
    const { body: second } = await add({ approval: "测S(2022)002号" });
    expect(await shown()).toMatchObject({ approval: "测S(2022)002号" });
    expect(await story.people.office!.post(`/maps/${second.id}/withdrawal`, {})).toMatchObject({ status: 200 });
    expect(await shown()).toMatchObject({ approval: "测S(2022)001号" });
    await story.people.office!.post(`/maps/${first.id}/withdrawal`, {});
    expect(await shown()).toBeNull();
    expect(await story.people.office!.post(`/maps/${first.id}/withdrawal`, {})).toMatchObject({ status: 404 });
    const { rows, total } = (await story.people.administrator!.get("/maps?limit=1")).body;
    expect([rows[0].approval, rows[0].withdrawnBy, total]).toEqual([
      "测S(2022)002号",
      expect.stringMatching(/^office:/),
      "2",
    ]);
  });

  it("没有审图号的、画错了区县的、不是地图的，都不收", async () => {
    const refused = async (given: object, who?: string) => {
      const { status, body } = await add(given, who);
      return [status, body.code];
    };
    expect(await refused({ approval: "内部用图" })).toEqual([409, "mapNotApproved"]);
    expect(await refused({ map: districtMap("南湖区") })).toEqual([409, "mapUnknownDistrict"]);
    expect(await refused({ map: { type: "FeatureCollection", features: [] } })).toEqual([400, "invalid"]);
    const point = { type: "Feature", properties: { name: "东河区" }, geometry: { type: "Point", coordinates: [1, 2] } };
    expect(await refused({ map: { type: "FeatureCollection", features: [point] } })).toEqual([400, "invalid"]);
    const far = districtMap();
    far.features[0]!.geometry.coordinates[0]![0] = [500, 0];
    expect(await refused({ map: far })).toEqual([400, "invalid"]);
    expect(await refused({}, "leader")).toEqual([403, expect.anything()]);
    expect(await shown()).toBeNull();
  });
}, books);
