/** 目录树: lines under their headings; what is moved takes all that stands under it along. */
import type { Line } from "./data.ts";

export interface Node {
  title: string;
  lines: Line[];
  /** [] : a single line */
  children: Node[];
}

function nodesOf(lines: readonly Line[], depth: number): Node[] {
  const nodes: Node[] = [];
  for (const line of lines) {
    // what is said under a heading itself, before all that is under it
    const title = line.path[depth] ?? `${line.path.at(-1)}（开头）`;
    const last = nodes.at(-1);
    if (last?.title === title && line.path.length > depth) last.lines.push(line);
    else nodes.push({ title, lines: [line], children: [] });
  }
  return nodes.map((node) => (isLeaf(node, depth) ? node : { ...node, children: nodesOf(node.lines, depth + 1) }));
}

/** one line alone under its heading is known by both their names */
const isLeaf = ({ lines }: Node, depth: number): boolean => lines.length === 1 && lines[0]!.path.length <= depth + 1;

export const treeOf = (lines: readonly Line[]): Node[] => nodesOf(lines, 0);

const flat = (nodes: readonly Node[]): Line[] =>
  nodes.flatMap(({ lines, children }) => (children.length === 0 ? lines : flat(children)));

/** 移动: the node `by` one place among those of its own heading; the lines in their new order. */
export function moved(nodes: readonly Node[], node: Node, by: -1 | 1): Line[] {
  const move = (siblings: readonly Node[]): Node[] => {
    const at = siblings.indexOf(node);
    if (at === -1) return siblings.map((one) => ({ ...one, children: move(one.children) }));
    const order = [...siblings];
    order.splice(at, 1);
    order.splice(at + by, 0, node);
    return order;
  };
  return flat(move(nodes));
}
