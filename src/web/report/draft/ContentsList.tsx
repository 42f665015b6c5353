/** 目录: which sections are printed, in which order. */
import { Checkbox } from "antd";
import { useSend } from "../../shell/send.ts";
import { Failure } from "../../ui/Failure.tsx";
import { count } from "../../ui/number.ts";
import { type DraftView, type Line, useDraftChanged } from "./data.ts";
import { moved, type Node, treeOf } from "./tree.ts";

interface RowsProps {
  nodes: Node[];
  siblings: readonly Node[];
  may: boolean;
  toggle(line: Line): void;
  move(node: Node, by: -1 | 1): void;
}

/** where a section begins on the paper */
export const anchorOf = (section: string): string => `section-${section}`;

const show = (section: string) => document.getElementById(anchorOf(section))?.scrollIntoView({ block: "start" });

function Movers({ node, siblings, move }: Pick<RowsProps, "siblings" | "move"> & { node: Node }) {
  const at = siblings.indexOf(node);
  if (siblings.length < 2) return null;
  return (
    <span className="movers">
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          aria-label={`${node.title}${by < 0 ? "上移" : "下移"}`}
          aria-disabled={at + by < 0 || at + by >= siblings.length}
          onClick={() => at + by >= 0 && at + by < siblings.length && move(node, by)}
        >
          {by < 0 ? "↑" : "↓"}
        </button>
      ))}
    </span>
  );
}

function Marks({ line }: { line: Line }) {
  if (line.marks > 0) return <span className="tag amber">{count(line.marks)} 处要看</span>;
  return line.empty ? <span className="tag">没有内容</span> : null;
}

const Rows = ({ nodes, siblings, may, toggle, move }: RowsProps) => (
  <ul>
    {nodes.map((node) => {
      const [line] = node.lines;
      const leaf = node.children.length === 0;
      return (
        <li key={leaf ? line!.name : node.title}>
          <div className="contents-line">
            {leaf ? (
              <>
                <Checkbox
                  checked={line!.on}
                  aria-label={`印${node.title}`}
                  disabled={!may}
                  onChange={() => toggle(line!)}
                />
                <button type="button" className={line!.on ? "link" : "link off"} onClick={() => show(line!.name)}>
                  {node.title}
                </button>
                <Marks line={line!} />
              </>
            ) : (
              <span className="second">{node.title}</span>
            )}
            {may ? <Movers node={node} siblings={siblings} move={move} /> : null}
          </div>
          {leaf ? null : <Rows nodes={node.children} siblings={node.children} may={may} toggle={toggle} move={move} />}
        </li>
      );
    })}
  </ul>
);

export function ContentsList({ draft, may, again }: { draft: DraftView; may: boolean; again(): void }) {
  const { period, contents } = draft;
  const changed = useDraftChanged(period);
  const sent = useSend<DraftView>([], changed);
  const arrange = (lines: Line[]) =>
    sent.send({
      path: `/report-drafts/${period}/contents`,
      body: { lines: lines.map(({ name, on }) => ({ name, on })) },
      version: contents.version,
    });
  const nodes = treeOf(contents.lines);
  const toggle = (line: Line) =>
    arrange(contents.lines.map((one) => (one.name === line.name ? { ...one, on: !one.on } : one)));
  return (
    <nav className="panel contents" aria-label="目录">
      <header>
        <h2>目录</h2>
        <span className="meta">勾上的印，↑ ↓ 调次序</span>
      </header>
      {sent.error ? (
        <Failure
          error={sent.error}
          verb="看最新的目录"
          again={() => {
            sent.forget();
            again();
          }}
        />
      ) : null}
      <Rows
        nodes={nodes}
        siblings={nodes}
        may={may}
        toggle={toggle}
        move={(node, by) => arrange(moved(nodes, node, by))}
      />
    </nav>
  );
}
