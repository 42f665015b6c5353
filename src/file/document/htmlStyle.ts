/** 样式: what a page says itself of what it doesn't show. Style sheets from elsewhere aren't fetched. */
import { attributeOf, type Element, isElement, isText, type Node } from "./htmlTree.ts";

/** one selector of a rule that hides or shows: which elements it is for, and what it outweighs */
interface Rule {
  tag: string;
  id: string;
  classes: string[];
  hides: boolean;
  weight: number;
}

/** by the class, id or tag that an element needs to have; more rules than any page has are left out */
type Rules = Map<string, Rule[]>;
const MOST_RULES = 5000;

/** heavier than any selector: what the tag itself says, and then what is said to be important */
const OWN = 1e6;
const IMPORTANT = 1e7;

/** 去掉看不见的: takes what `display: none`, `visibility: hidden` and `hidden` hide out of the tree */
export function withoutHidden(tree: Node[]): Node[] {
  const rules = rulesOf(tree);
  const shown = (nodes: Node[]): Node[] => {
    for (const node of nodes) if (isElement(node)) node.childNodes = shown(node.childNodes);
    return nodes.filter((node) => !isElement(node) || !isHidden(node, rules));
  };
  return shown(tree);
}

/** a page may keep itself hidden until its script has run */
const wholes = new Set(["html", "body"]);

function isHidden(element: Element, rules: Rules): boolean {
  if (wholes.has(element.tagName)) return false;
  const classes = attributeOf(element, "class")?.split(/\s+/) ?? [];
  const id = attributeOf(element, "id") ?? "";
  const said = saying(attributeOf(element, "style") ?? "");
  let [hides, weight] = [attributeOf(element, "hidden") !== null, 0];
  for (const rule of [element.tagName, `#${id}`, ...classes.map((name) => `.${name}`)].flatMap(
    (key) => rules.get(key) ?? [],
  ))
    if (rule.weight >= weight && isFor(rule, element.tagName, id, classes)) ({ hides, weight } = rule);
  return said && said.weight + OWN >= weight ? said.hides : hides;
}

const isFor = (rule: Rule, tag: string, id: string, classes: string[]): boolean =>
  (rule.tag === "" || rule.tag === tag) &&
  (rule.id === "" || rule.id === id) &&
  rule.classes.every((name) => classes.includes(name));

/** what declarations say of being seen: the last of them; null where they say nothing */
function saying(declarations: string): { hides: boolean; weight: number } | null {
  const found = [...declarations.matchAll(/(?:^|[;{\s])(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?/gi)];
  if (found.length === 0) return null;
  const last = (name: string) => found.findLast(([, property]) => property!.toLowerCase() === name)?.[2]?.toLowerCase();
  return {
    hides: last("display") === "none" || /^(?:hidden|collapse)$/.test(last("visibility") ?? ""),
    weight: found.some(([, , , important]) => important) ? IMPORTANT : 0,
  };
}

function rulesOf(tree: Node[]): Rules {
  const rules: Rules = new Map();
  let made = 0;
  for (const sheet of sheetsIn(tree))
    for (const [selectors, declarations] of ruled(sheet)) {
      const said = saying(declarations);
      if (!said) continue;
      for (const selector of selectors.split(",")) {
        const rule = made < MOST_RULES ? ruleOf(selector.trim(), said) : null;
        if (!rule) continue;
        const key = rule.id ? `#${rule.id}` : rule.classes[0] ? `.${rule.classes[0]}` : rule.tag;
        rules.set(key, [...(rules.get(key) ?? []), { ...rule, weight: rule.weight + (made += 1) / (2 * MOST_RULES) }]);
      }
    }
  return rules;
}

const sheetsIn = (nodes: Node[]): string[] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.tagName !== "style") return sheetsIn(node.childNodes);
    const isOnPaper = /print/i.test(attributeOf(node, "media") ?? "");
    return isOnPaper ? [] : [node.childNodes.map((child) => (isText(child) ? child.value : "")).join("")];
  });

/** selectors and declarations, outside of what holds only on some screens or on paper */
function ruled(sheet: string): [selectors: string, declarations: string][] {
  const found: [string, string][] = [];
  let depth = 0;
  let selectors = "";
  for (const part of sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, "").split(/(?<=[{}])/)) {
    const text = part.replace(/[{}]$/, "");
    if (part.endsWith("{")) {
      if (depth === 0) selectors = text;
      depth += 1;
    } else {
      if (depth === 1 && !/^\s*@/.test(selectors)) found.push([selectors.replace(/^[\s\S]*;/, ""), text]);
      depth = Math.max(0, depth - 1);
    }
  }
  return found;
}

/** a name, classes and an id; what depends on more than the element itself only shows, so that nothing seen is left out */
function ruleOf(selector: string, { hides, weight }: { hides: boolean; weight: number }): Rule | null {
  const own = /^([a-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i.exec(selector.split(/[\s>+~]+/).at(-1)!);
  const isSimple = own?.[0] === selector;
  if (!own || own[0] === "" || (hides && !isSimple)) return null;
  const named = (sign: string) =>
    [...own[2]!.matchAll(/[.#][^.#]+/g)].map(([name]) => name).filter((name) => name[0] === sign);
  const count = (pattern: RegExp) => [...selector.matchAll(pattern)].length;
  const specific = count(/#/g) * 10_000 + count(/[.:[]/g) * 100 + count(/(?:^|[\s>+~])[a-z]/gi);
  return {
    tag: (own[1] ?? "").toLowerCase(),
    id: named("#")[0]?.slice(1) ?? "",
    classes: named(".").map((name) => name.slice(1)),
    hides,
    weight: specific + weight,
  };
}
