/** 问题集: what people at the desks ask of their lists and of the search, the same every time in the same world. */
import { placedWords } from "../../src/domain/request/words.ts";
import type { Database } from "../../src/store/database.ts";
import { UNITS } from "./plan.ts";

/** A path with its filters, without `cursor`. */
export interface Question {
  group: string;
  who: "desk" | "supervisor" | "large" | "middle" | "small";
  path: string;
}

/** 单位 by how much it has to do */
export const unitOf = { large: UNITS[0]!, middle: UNITS[UNITS.length >> 1]!, small: UNITS.at(-1)! };

interface World {
  categories: { common: string; rare: string; parent: string };
  /** a month in the middle and the last day but some of the world, as from and until */
  month: string;
  day: string;
  number: string;
}

const group = (name: string, who: Question["who"], paths: string[]): Question[] =>
  paths.map((path) => ({ group: name, who, path: encodeURI(path) }));

const requestPaths = ({ categories: { common, rare, parent }, month, day }: World) => [
  ...["", "outcome=pending", "outcome=dispatched", "outcome=firstContact", "outcome=withdrawn", "type=投诉"],
  ...[`category=${common}`, `category=${rare}`, `category=${parent}`, `category=${rare}&outcome=dispatched`],
  ...["channel=web", "channel=mailbox&type=投诉", "urgent=true", "place=430302"],
  ...[month, day, `${month}&type=求助&category=${common}`, `${month}&channel=province`],
];

const orderPaths = ({ categories: { common, rare }, month, day, number }: World) => [
  ...["", "stage=unacknowledged", "stage=unacknowledged,handling", "stage=returning,arbitrating", "stage=handling"],
  ...["stage=resolved,reviewed", "stage=followedUp", "stage=closed", `unit=${unitOf.large}`, `unit=${unitOf.small}`],
  ...[`unit=${unitOf.middle}&stage=closed`, "overdue=true", "urgent=true", `category=${common}`, `category=${rare}`],
  ...[`category=${common}&stage=handling`, month, day, `number=${number}`, `unit=${unitOf.large}&${month}`],
];

const supervised = () => [
  ...["supervision=blue", "supervision=yellow", "supervision=red", "supervision=summon", "stage=arbitrating"],
  ...["overdue=true&supervision=red", `overdue=true&unit=${unitOf.large}`, "overdue=true&urgent=true"],
];

const ownOrders = ({ categories: { common, rare }, month, day, number }: World) => [
  ...["", "stage=unacknowledged", "stage=handling", "stage=unacknowledged,handling", "stage=closed", "overdue=true"],
  ...["urgent=true", "supervision=red", `category=${common}`, `category=${rare}`, month, day, `number=${number}`],
];

const ownRequests = ({ categories: { common, rare }, month, day }: World) => [
  ...["", "type=投诉", `category=${common}`, `category=${rare}`, "channel=web", "urgent=true", month, day],
];

const UNITS_ASKING = ["large", "middle", "small"] as const;

/** 清单的问题 */
export const listQuestions = (world: World): Question[] => [
  ...group(
    "诉求清单（派单员）",
    "desk",
    requestPaths(world).map((filter) => `/requests?${filter}`),
  ),
  ...group(
    "工单清单（派单员）",
    "desk",
    orderPaths(world).map((filter) => `/orders?${filter}`),
  ),
  ...group(
    "督办清单（督办员）",
    "supervisor",
    supervised().map((filter) => `/orders?${filter}`),
  ),
  ...UNITS_ASKING.flatMap((who) => [
    ...group(
      "工单清单（单位，行级权限）",
      who,
      ownOrders(world).map((filter) => `/orders?${filter}`),
    ),
    ...group(
      "诉求清单（单位，行级权限）",
      who,
      ownRequests(world).map((filter) => `/requests?${filter}`),
    ),
  ]),
];

/** 检索词: the commonest two characters, rarer ones by their rank, whole phrases, two phrases at once, and what isn't there. */
export interface Words {
  commonest: string[];
  rarer: string[];
  phrases: string[];
}

const every = <T>(list: readonly T[], times: number): T[] =>
  Array.from({ length: Math.min(times, list.length) }, (_, at) => list[Math.floor((at * list.length) / times)]!);

const clausesOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u);

/** 检索词 from the texts of one month. */
export function wordsOf(texts: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(placedWords(text).map((placed) => placed.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const long = every(texts, 400)
    .flatMap(clausesOf)
    .filter((clause) => clause.length >= 8);
  const pairs = every(long, 10).map(
    (clause, at) =>
      `${clause.slice(0, 3)} ${every(long, 10)
        .at(-1 - at)!
        .slice(-3)}`,
  );
  return {
    commonest: ranked.slice(0, 50),
    rarer: every(ranked.slice(50), 40),
    phrases: [
      ...[3, 4, 6, 8].flatMap((length) =>
        every(long, 10).map((clause) => clause.slice(1, 1 + length).slice(0, length)),
      ),
      ...pairs,
      ...every(ranked.slice(0, 40), 5).map((word, at) => `${word}${ranked[at * 7 + 3]!}`),
    ],
  };
}

/** 检索的问题, of the city and of units. */
export const searchQuestions = ({ commonest, rarer, phrases }: Words): Question[] => {
  const kinds = { 最常见的五十个双字: commonest, 较少见的词: rarer, 短语: phrases };
  return Object.entries(kinds).flatMap(([kind, words]) => {
    const paths = words.map((word) => `/requests?q=${word}`);
    return [
      ...group(`检索（全市）：${kind}`, "desk", paths),
      ...UNITS_ASKING.flatMap((who) => group(`检索（单位）：${kind}`, who, paths)),
    ];
  });
};

/** 这个世界里有什么可问. */
export async function worldFacts(db: Database, platform: string, months: readonly string[]): Promise<World> {
  const middle = months[months.length >> 1]!;
  const next = months[(months.length >> 1) + 1] ?? middle;
  const ranked = await db.query<{ category: string }>(
    `select category from service_request where platform = $1 and accepted_at >= $2::timestamptz
     group by category order by count(*) desc, category`,
    [platform, `${months.at(-1)}-01T00:00:00+08:00`],
  );
  const [order] = await db.query<{ number: string }>(
    "select number from work_order where platform = $1 order by id offset 500 limit 1",
    [platform],
  );
  const common = ranked[0]!.category;
  const span = (from: string, until: string) => `from=${from}T00:00:00Z&until=${until}T00:00:00Z`;
  return {
    categories: { common, rare: ranked.at(-1)!.category, parent: common.slice(0, 2) },
    month: span(`${middle}-01`, `${next}-01`),
    day: span(`${months.at(-1)}-10`, `${months.at(-1)}-11`),
    number: order!.number,
  };
}

/** 一个月的诉求内容 */
export const textsOfMonth = async (db: Database, platform: string, month: string): Promise<string[]> =>
  (
    await db.query<{ text: string }>(
      `select t.text from service_request r join free_text t on t.platform = r.platform and t.id = r.text
       where r.platform = $1 and r.accepted_at >= $2::timestamptz order by r.id limit 50000`,
      [platform, `${month}-01T00:00:00+08:00`],
    )
  ).map(({ text }) => text);
