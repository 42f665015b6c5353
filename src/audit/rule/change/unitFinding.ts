import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** 单位不合, of these numbers, the doubtful one first */
export const unitFinding = (confidence: number, mentions: Mention[], arithmetic: string, message: string): Finding =>
  finding("changeUnit", {
    confidence,
    places: distinctPlaces(mentions.map(placeOf)),
    values: mentions.map(({ number }) => number.text),
    arithmetic,
    message,
  });
