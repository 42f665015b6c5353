import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** no browser nests deeper, and no report has so many elements */
const deepest = 512;
const most = 500_000;

/** 网页的树: as a browser would build it, whatever is left open; refuses what would take a reader for ever. */
export function treeOf(source: string): Node[] {
  let [depth, made] = [0, 0];
  const count = <T>(node: T): T => {
    if ((made += 1) > most) throw new Refusal(faults.tooLarge);
    return node;
  };
  return parse(source, {
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => count(defaultTreeAdapter.createElement(...given)),
      createCommentNode: (text) => count(defaultTreeAdapter.createCommentNode(text)),
      onItemPush: () => {
        if ((depth += 1) > deepest) throw new Refusal(faults.damaged);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  }).childNodes;
}

export const isElement = (node: Node): node is Element => "tagName" in node;

export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === "#text";

/** 属性: null where the tag doesn't have it */
export const attributeOf = ({ attrs }: Element, name: string): string | null =>
  attrs.find((attribute) => attribute.name === name)?.value ?? null;
