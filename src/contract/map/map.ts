/** 标准地图 on the wire: GeoJSON comes in, what is to be drawn goes out. */
import { z } from "zod";
import { id, instant, line, pageOf, paging } from "../value.ts";

const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
const path = z.array(degrees).min(2).max(100_000);
const ring = z.array(degrees).min(4).max(100_000);
const few = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(1000);

const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: few(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: few(few(ring)) }),
  z.object({ type: z.literal("LineString"), coordinates: path }),
  z.object({ type: z.literal("MultiLineString"), coordinates: few(path) }),
]);

const feature = z.object({
  type: z.literal("Feature"),
  properties: z.looseObject({ name: z.string().trim().max(100).nullish().describe("区县的名称") }).nullable(),
  geometry,
});

export const geoJson = z
  .object({ type: z.literal("FeatureCollection"), features: few(feature) })
  .describe("GeoJSON，每个区县一个要素，名称写在 properties.name；没有名称的照画，不算区县");

export const newMap = z
  .object({ approval: line.describe("审图号"), source: line.describe("从哪里来：制作单位、下载的地方"), map: geoJson })
  .meta({ id: "NewApprovedMap" });

export const mapParams = z.object({ id });
export const mapQuery = z.object(paging);

export const mapRow = z
  .object({
    id,
    approval: z.string().describe("审图号"),
    source: z.string(),
    addedAt: instant,
    addedBy: z.string(),
    withdrawnAt: instant.nullable(),
    withdrawnBy: z.string().nullable(),
  })
  .meta({ id: "ApprovedMapRow" });
export const mapPage = pageOf(mapRow).meta({ id: "ApprovedMapPage" });

const point = z.object({ x: z.number(), y: z.number() });

export const drawnMap = z
  .object({
    approval: z.string().describe("审图号，画出来就要印在旁边"),
    source: z.string(),
    width: z.number(),
    height: z.number(),
    areas: z.array(z.object({ place: z.string(), path: z.string().describe("SVG 路径"), label: point })),
    lines: z.string().describe("别的线，SVG 路径"),
  })
  .meta({ id: "DrawnMap" });

export const mapInForce = z.object({ map: drawnMap.nullable() }).meta({ id: "MapInForce" });
