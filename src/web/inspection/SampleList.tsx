import { useMe } from "../shell/session.ts";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { points, type SampleRow } from "./data.ts";
import type { Queue } from "./InspectionDesk.tsx";

interface SampleListProps {
  queue: Queue;
  empty: string;
  opened: string | null;
  open(sample: string): void;
  onRows(rows: SampleRow[]): void;
}

const nameOf = ({ of, number }: SampleRow) => (of === "order" ? `工单 ${number}` : "来电");

/** 样本清单 */
export function SampleList({ queue, empty, opened, open, onRows }: SampleListProps) {
  const { zone } = useMe().platform;
  const columns: Column<SampleRow>[] = [
    {
      head: "样本",
      cell: (row) => (
        <>
          {nameOf(row)}
          <span className="meta line">
            {when(row.subjectAt, zone)}　{row.judgedName}　{row.ruleName}
          </span>
        </>
      ),
    },
    { head: "得分", cell: ({ result }) => (result ? points(result.points) : "—"), number: true, width: "56px" },
  ];
  return (
    <Listing<SampleRow>
      noun="samples"
      path="/inspection-samples"
      query={queue.query}
      what={`${queue.name}的样本`}
      columns={queue.key === "waiting" ? columns.slice(0, 1) : columns}
      empty={empty}
      open={({ id }) => open(id)}
      opened={opened}
      onRows={onRows}
    />
  );
}
