import { auditAside } from "../../api/audit/aside.ts";
import { placeWords, unitOfPlaces } from "../../domain/document.ts";
import { type Finding, findingKinds, severities, severityNames } from "../../domain/finding.ts";
import { Refusal } from "../../domain/refusal.ts";
import { whole } from "../../file/document/read.ts";
import type { Command } from "../command.ts";

/** larger is no report, even with pictures; it lies on this machine and goes over no wire */
const LARGEST = 100 * 2 ** 20;

/** 审核报告: says what a published report contradicts itself in; exit 0 whatever it finds. Bounded as on the page. */
export const audit: Command = {
  name: "audit",
  summary: "审核一份已发布的报告：找出数字之间的矛盾，写明在哪里、怎么算",
  arguments: [{ name: "文件", summary: ".docx、带文字的 .pdf、.html 或 .txt" }],
  options: [{ name: "json", value: null, summary: "打印 JSON 数组" }],
  database: "none",
  async run({ arguments: given, options }, { io, signal }) {
    const audited = await auditAside(await whole(await io.open(given.文件!), LARGEST), { signal });
    if ("refused" in audited) throw new Refusal(audited);
    const { document, found } = audited;
    io.out(options.json ? `${JSON.stringify(found, null, 1)}\n` : printed(found, unitOfPlaces(document)));
    return 0;
  },
};

const printed = (found: Finding[], unit: string): string =>
  found.length === 0
    ? "没有发现互相矛盾的数字。\n"
    : `${severities
        .map((severity) =>
          section(
            severityNames[severity],
            found.filter((one) => one.severity === severity),
            unit,
          ),
        )
        .join("")}共 ${found.length} 处。\n`;

const section = (title: string, found: Finding[], unit: string): string =>
  found.length === 0 ? "" : `${title}（${found.length}）\n${found.map((one) => entry(one, unit)).join("")}\n`;

const entry = ({ kind, message, arithmetic, places }: Finding, unit: string): string =>
  `  【${findingKinds[kind]}】${message}\n    算式：${arithmetic}\n${places.map((place) => `    ${placeWords(place, unit)}：${place.text}\n`).join("")}`;
