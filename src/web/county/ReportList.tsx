/** 各县级平台: who has delivered, what was found, how it stands. */
import { dayWords } from "../../domain/calendar/civil.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Open } from "../ui/Open.tsx";
import { when } from "../ui/when.ts";
import type { Row } from "./data.ts";

const colours: Record<Row["state"], string> = {
  missing: "",
  delivered: "blue",
  objected: "amber",
  judged: "green",
  reopened: "amber",
};

export const StateTag = ({ row }: { row: Pick<Row, "state" | "stateName" | "late"> }) => (
  <>
    <span className={`tag ${colours[row.state]}`}>{row.stateName}</span>{" "}
    {row.late ? <span className="tag red">{row.state === "missing" ? "过期未报" : "迟报"}</span> : null}
  </>
);

const found = ({ certain, doubtful }: Row): string =>
  [certain > 0 ? `有错 ${certain} 处` : "", doubtful > 0 ? `待看 ${doubtful} 处` : ""].filter(Boolean).join("，");

function Line({ row, opened }: { row: Row; opened: boolean }) {
  const { zone } = useMe().platform;
  const [place] = usePlace();
  return (
    <tr className={opened ? "chosen" : undefined}>
      <td>
        <Open place={{ ...place, county: row.county }}>{row.county}</Open>
        <span className="meta line">
          {row.deliveredAt
            ? `${when(row.deliveredAt, zone)}报，第 ${row.edition} 版`
            : `${dayWords(row.due)} 24:00 前报`}
        </span>
      </td>
      <td>
        <StateTag row={row} />
        <span className="meta line">
          {[found(row), row.openObjections > 0 ? `异议 ${row.openObjections} 件` : ""].filter(Boolean).join("；")}
        </span>
      </td>
      <td className="number">{row.accuracy === null ? "—" : printHundredths(row.accuracy)}</td>
    </tr>
  );
}

export function ReportList({ rows, opened }: { rows: readonly Row[]; opened: string | undefined }) {
  return (
    <table className="list still">
      <thead>
        <tr>
          <th scope="col">平台</th>
          <th scope="col">情况</th>
          <th scope="col" className="number">
            准确度（分）
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.county} row={row} opened={row.county === opened} />
        ))}
      </tbody>
    </table>
  );
}
