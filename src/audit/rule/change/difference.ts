/** 两数之差: “前者比后者多3654件”, of the two values right before it. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, type Range, show, sizeOf } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const isMost = (one: Mention | undefined): boolean => /最[高多大长]/.test(one?.label ?? "");
const isLeast = (one: Mention | undefined): boolean => /最[低少小短]/.test(one?.label ?? "");

export const differences = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) => [...difference(mentions, mention, at), ...above(mentions, mention, at)]),
  );

/** “城乡建设占26.42%，比劳动社保（18.57%）高7.85个百分点” */
function above(mentions: Mention[], mention: Mention, at: number): Finding[] {
  const b = mentions[at - 1];
  // “3126件，比第二名（2133件）多993件，比最后一名（711件）多2415件”: of what the sentence began with, and no difference itself
  const a = mentions.slice(0, Math.max(0, at - 1)).findLast((one) => b && one.depth < b.depth && !isApart(one));
  const way = /^）(?:的)?(高出?|低|多出?|少|缩短|延长|压缩|减少|增加)(?:了)?$/.exec(mention.before)?.[1];
  const isPair =
    a &&
    b &&
    way &&
    a.unit === b.unit &&
    b.depth > a.depth &&
    !a.isHedged &&
    !b.isHedged &&
    !mention.isHedged &&
    /^，?(?:比|较)[^，。；（）\d]{2,14}（$/.test(b.before) &&
    (!/月|去年|上年|同期|季度|上周/.test(b.before) || /^(?:工作日|天|小时|分钟|秒)$/.test(a.unit));
  const isUnit = a && (mention.unit === a.unit || (a.unit === "%" && mention.unit === "百分点"));
  if (!isPair || !isUnit) return [];
  const right = sizeOf(minus(a.number.range, b.number.range));
  return meets(mention.number.range, right) ? [] : [contradiction(mention, a, b, right)];
}

const isApart = ({ kind, before }: Mention): boolean =>
  kind === "change" ||
  /相差|(?:[比较）])[^，；]*(?:[多少高低长短]|增加|减少|提高|下降|上升)(?:出|了|约|为)?$/.test(before);

/** “前者比后者多3654件”, “两者相差17.42分”: of the two values right before it */
function difference(mentions: Mention[], mention: Mention, at: number): Finding[] {
  const said = /(?:前者比后者[多少高低]|(?:两者|二者|两地|两项|首末位?)(?:相差|相距))(?:了|约)?$/.exec(mention.before);
  const [a, b] = mentions.slice(Math.max(0, at - 2), at);
  const isOfEnds = /^，(?:首尾|两者)?相[差距]$/.test(mention.before) && isMost(a) && isLeast(b);
  if (
    !(said || isOfEnds) ||
    !a ||
    !b ||
    a.kind !== b.kind ||
    a.unit !== b.unit ||
    a.isHedged ||
    b.isHedged ||
    mention.isHedged
  )
    return [];
  if (mention.unit !== a.unit && !(a.unit === "%" && mention.unit === "百分点")) return [];
  const right = sizeOf(minus(a.number.range, b.number.range));
  // “首末相差3.19个百分点”: of the first of several
  const first = mentions.find((one) => one.unit === a.unit);
  const isOfFirst = first && meets(mention.number.range, sizeOf(minus(first.number.range, b.number.range)));
  return isOfFirst || meets(mention.number.range, right) ? [] : [contradiction(mention, a, b, right)];
}

function contradiction(mention: Mention, a: Mention, b: Mention, right: Range): Finding {
  const shown = show(middle(right), a.number.step ? 2 : 0);
  return finding("change", {
    confidence: 0.85,
    places: distinctPlaces([placeOf(mention), placeOf(a), placeOf(b)]),
    values: [mention.number.text, a.number.text, b.number.text],
    arithmetic: `${a.number.text} 与 ${b.number.text} 相差 ${shown} ≠ ${mention.number.text}`,
    message: `${a.number.text}与${b.number.text}相差${shown}，文中印作${mention.number.text}。`,
  });
}
