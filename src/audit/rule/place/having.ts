/** 谁是这个数: “签收及时率为100%的仅安丰市一家”, and the table has that value in another row. */
import type { Finding } from "../../../domain/finding.ts";
import { isSameValue } from "../../number.ts";
import { type Column, cellOf, columnsOf, namedColumns } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { firstName, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const topic = /([^，。；：（）\d]{2,12}?)(?:达到?|为|是|均为)?$/;
const link = /^的(?:单位|部门|县区|街道|乡镇)?(?:仅有?|只有|是|为|有)：?$/;

export const having = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  return mentions.flatMap((value) => {
    const { passage, sentence, end, unit, isHedged } = value;
    const name = firstName(passage.text, end, Math.min(sentence.to, end + 16), names);
    if (!name || isHedged || unit !== "%" || !link.test(passage.text.slice(end, name.at))) return [];
    // “办结率低于98%的有平梁县” says of nobody that it is 98%
    if (/(?:低于|高于|超过|不足|少于|多于)$/.test(value.before)) return [];
    const words = topic.exec(value.before.replace(/^[，；]/, ""))?.[1] ?? "";
    const own = namedColumns(words, columns).filter(({ rows }) => rows.some((row) => row.name === name.name));
    const [only] = own;
    return only && own.length === 1 ? against(value, name.name, only) : [];
  });
};

function against(value: Mention, name: string, column: Column): Finding[] {
  const having = column.rows.filter((row) => isSameValue(cellOf(column, row), value.number));
  const row = column.rows.find((one) => one.name === name)!;
  const [other] = having;
  if (!other || having.includes(row)) return [];
  return [
    finding("lineUp", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(value), rowPlace(row), rowPlace(other)]),
      values: [value.number.text, cellOf(column, row).text],
      arithmetic: `${name} ${cellOf(column, row).text}，${other.name} ${cellOf(column, other).text}`,
      message: `文中说“${column.head}”${value.number.text}的是“${name}”，表中它是${cellOf(column, row).text}，${value.number.text}的是“${other.name}”。`,
    }),
  ];
}
