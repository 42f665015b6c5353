/** 清单的栏: of what waits to be sent, and of what waits for a ruling. */
import { titleOf } from "../../domain/request/title.ts";
import type { OrderRow, Request } from "../order/data.ts";
import { Clock } from "../ui/Clock.tsx";
import type { Column } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { useProposal } from "./proposals.ts";

/** a row of the list says less than the request itself, and all that is shown here */
export type RequestRow = Pick<
  Request,
  "id" | "version" | "number" | "text" | "categoryName" | "placeName" | "urgent" | "acceptedAt"
>;

/** 叫法 of a row, wherever it is named */
export const nameOf = (row: RequestRow | OrderRow): string =>
  ("text" in row ? titleOf(row.text) : row.title) ?? row.categoryName;

const grounds = { directory: "目录", precedent: "先例", place: "属地" };

function Proposed({ id }: { id: string }) {
  const { data, isPending } = useProposal(id);
  if (isPending) return <span className="bones" style={{ width: "60%" }} />;
  if (!data?.unitName) return <span className="second">请选择</span>;
  return (
    <>
      {data.unitName} <span className="meta">{data.ground ? grounds[data.ground] : ""}</span>
    </>
  );
}

export const requestColumns = (zone: string): Column<RequestRow>[] => [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null} {titleOf(row.text) ?? row.categoryName}
        <span className="meta">　{row.placeName ?? ""}</span>
      </>
    ),
  },
  { head: "建议单位", cell: ({ id }) => <Proposed id={id} />, width: "28%" },
  { head: "受理", cell: ({ acceptedAt }) => <span className="meta">{when(acceptedAt, zone)}</span>, width: "132px" },
];

/** the day stands beside, with the order */
const brief = (clock: OrderRow["clock"]) => ({ ...clock, words: clock.words.split("（")[0]! });

export const orderColumns: Column<OrderRow>[] = [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null} {row.title ?? row.categoryName}
        <span className="meta">　{row.placeName ?? ""}</span>
      </>
    ),
  },
  { head: "单位", cell: ({ leadName }) => leadName, width: "22%" },
  { head: "时钟", cell: ({ clock }) => <Clock clock={brief(clock)} />, width: "24%" },
];
