/** 涉及几个县区与列出的几个: “涉及八个区县，其中东区3件、西区4件……”, and ten of them. */
import type { Finding } from "../../../domain/finding.ts";
import { foundIn, type Involved, involvedIn } from "../../read/involved.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./lengthFinding.ts";

/** a list of many more or fewer is another one */
const MOST_OFF = 3;

export const involvedAreas = (reading: Reading): Finding[] => involvedIn(reading).flatMap(against);

function against(one: Involved): Finding[] {
  const found = one.said === null ? null : foundIn(one);
  if (one.said === null || found === null || found === one.said || Math.abs(found - one.said) > MOST_OFF) return [];
  const end = Math.max(one.from, ...one.parts.filter(({ passage }) => passage === one.passage).map((part) => part.end));
  // “高新区1件（涉及市城管局、市海洋渔业局）”: some are named aside
  if (/（[^（）]*涉及/.test(one.passage.text.slice(one.from, end))) return [];
  return [counted(one.passage, one.from, end, one.said, found, 0.75)];
}
