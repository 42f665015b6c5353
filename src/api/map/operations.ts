/** 标准地图: put in by the office, drawn wherever the districts are shown. */
import type { z } from "zod";
import {
  type geoJson,
  mapInForce as inForce,
  mapParams,
  mapQuery,
  mapRow,
  mapPage as mapRows,
  newMap,
} from "../../contract/map/map.ts";
import { reportReaders } from "../../domain/access/report.ts";
import type { Role } from "../../domain/access/role.ts";
import { approvalOf, drawMap, type MapFeature } from "../../domain/map/map.ts";
import { byDistrict } from "../../domain/measure/districts.ts";
import { isRefused, refuse } from "../../domain/refusal.ts";
import { type ApprovedMap, addMap, mapInForce, mapPage, withdrawMap } from "../../store/map/maps.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { iso, isoOrNull } from "../time.ts";

const PERMIT: readonly Role[] = ["office", "administrator"];
const TAG = "标准地图";

const rowOf = ({ addedAt, withdrawnAt, ...map }: ApprovedMap) => ({
  ...map,
  addedAt: iso(addedAt),
  withdrawnAt: isoOrNull(withdrawnAt),
});

function featureOf({ properties, geometry }: z.output<typeof geoJson>["features"][number]): MapFeature {
  const name = properties?.name || null;
  const { type, coordinates } = geometry;
  switch (type) {
    case "Polygon":
      return { name, rings: coordinates, lines: [] };
    case "MultiPolygon":
      return { name, rings: coordinates.flat(), lines: [] };
    case "LineString":
      return { name: null, rings: [], lines: [coordinates] };
    case "MultiLineString":
      return { name: null, rings: [], lines: coordinates };
  }
}

const readMap = operation({
  id: "readMap",
  method: "GET",
  path: "/map",
  summary: "现在用的标准地图，画好的；没有就按示意图",
  tag: TAG,
  permit: reportReaders,
  answer: inForce,
  handle: async (_, { db, platform }) => ({ map: await mapInForce(db, platform.platform) }),
});

const listMaps = operation({
  id: "listMaps",
  method: "GET",
  path: "/maps",
  summary: "登记过的标准地图，新的在前",
  tag: TAG,
  permit: PERMIT,
  query: mapQuery,
  answer: mapRows,
  async handle({ query: { cursor, limit } }, { db, platform }) {
    const { rows, total } = await mapPage(db, platform.platform, placeOf(cursor), limit);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: rows.map(rowOf), next: last && cursorOf({ at: last.addedAt, id: last.id }), total };
  },
});

const createMap = operation({
  id: "createMap",
  method: "POST",
  path: "/maps",
  summary: "登记一幅标准地图：GeoJSON 和它的审图号；从此驾驶舱按它画各地，并印出审图号",
  tag: TAG,
  permit: PERMIT,
  body: newMap,
  answer: mapRow,
  writes: true,
  async handle({ body: { approval: said, source, map } }, visit) {
    const { db, platform, at, actor } = visit;
    const approval = approvalOf(said);
    if (approval === null)
      return refuse(
        "mapNotApproved",
        "这不像审图号。",
        "请照地图上印的填，如“GS(2019)1822号”；没有审图号的地图不能用。",
      );
    const { rulebook, dateOf } = await visit.rules();
    const { districts } = byDistrict(rulebook, dateOf(at), []);
    const drawn = drawMap(map.features.map(featureOf), districts);
    if (isRefused(drawn)) return drawn;
    const added = { id: visit.newId(), approval, source, addedAt: at, addedBy: actor.by };
    await addMap(db, platform.platform, added, map, drawn);
    return rowOf({ ...added, withdrawnAt: null, withdrawnBy: null });
  },
});

const withdraw = operation({
  id: "withdrawMap",
  method: "POST",
  path: "/maps/{id}/withdrawal",
  summary: "撤下一幅标准地图；用回上一幅，都撤下了就按示意图",
  tag: TAG,
  permit: PERMIT,
  params: mapParams,
  answer: mapRow,
  writes: true,
  async handle({ params: { id } }, { db, platform, at, actor }) {
    const withdrawn = await withdrawMap(db, platform.platform, id, { at, by: actor.by });
    return withdrawn ? rowOf(withdrawn) : refuse("notFound", "没有这幅地图，或者已经撤下。", "请看登记过的地图。");
  },
});

/** 标准地图的操作 */
export const mapOperations = [readMap, listMaps, createMap, withdraw];
