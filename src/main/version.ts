import { readFileSync } from "node:fs";

/** 版本号, as in package.json. */
export const version: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
