/** 空位: what fills the braces of a topic's sentences. Numbers stay short: no text may hold what could be a phone number. */
import { pick, type Random } from "../records/random.ts";

const FIRST = [
  "和",
  "金",
  "锦",
  "丽",
  "福",
  "华",
  "翠",
  "碧",
  "宏",
  "嘉",
  "康",
  "名",
  "盛",
  "天",
  "祥",
  "新",
  "雅",
  "阳",
  "云",
  "紫",
];
const SECOND = ["悦", "泰", "绣", "景", "安", "园", "湖", "城", "苑", "庭", "源", "居", "和", "庐", "河", "峰"];
const ESTATE = ["小区", "花园", "家园", "公馆", "名苑", "新村", "华府", "佳苑"];
const ROAD = [
  "建设",
  "人民",
  "解放",
  "和平",
  "团结",
  "友谊",
  "文化",
  "新华",
  "工农",
  "学府",
  "朝阳",
  "光明",
  "滨河",
  "富强",
  "兴业",
  "迎宾",
];
const ROAD_END = ["路", "东路", "西路", "大道", "街", "中路", "巷"];
const SHOP = [
  "便利店",
  "超市",
  "饭店",
  "美容店",
  "健身房",
  "水果店",
  "服装店",
  "手机店",
  "药店",
  "家具店",
  "奶茶店",
  "理发店",
  "汽修店",
  "建材店",
];
const WHEN = [
  "昨天",
  "昨天晚上",
  "前天上午",
  "上周三",
  "上个星期天",
  "上个月",
  "今天早上",
  "今天中午",
  "前几天",
  "周一下午",
  "这个月初",
  "半个月前",
  "昨天傍晚",
  "今年年初",
];
const LONG = [
  "两天",
  "三天",
  "快一个星期",
  "十来天",
  "半个月",
  "大半个月",
  "一个多月",
  "两个多月",
  "好几个月",
  "小半年",
  "大半年",
  "一年多",
];
const DIGITS = ["两", "三", "四", "五", "六", "七", "八", "九"];

export interface Scene {
  random: Random;
  /** name of a place, '' where the platform has none */
  place: string;
}

const estate = ({ random }: Scene) => pick(random, FIRST) + pick(random, SECOND) + pick(random, ESTATE);

/** 各空位的填法 */
export const slots: Record<string, (scene: Scene) => string> = {
  地: (scene) => scene.place || "城郊",
  小区: estate,
  栋: ({ random }) => `${1 + random.below(38)}栋${chanceUnit(random)}`,
  路: ({ random }) =>
    pick(random, ROAD) + pick(random, ROAD_END) + (random.below(3) === 0 ? `${2 + random.below(300)}号` : ""),
  店: (scene) =>
    `${pick(scene.random, ROAD)}${pick(scene.random, ROAD_END)}的${pick(scene.random, FIRST)}${pick(scene.random, SECOND)}${pick(scene.random, SHOP)}`,
  时: ({ random }) => pick(random, WHEN),
  久: ({ random }) => pick(random, LONG),
  钱: ({ random }) =>
    random.below(16) === 0
      ? `${1 + random.below(20)}万元`
      : `${(1 + random.below(480)) * (random.below(2) ? 10 : 5)}元`,
  数: ({ random }) => pick(random, DIGITS),
  岁: ({ random }) => String(19 + random.below(62)),
};

function chanceUnit(random: Random): string {
  return random.below(2) === 0 ? `${1 + random.below(4)}单元` : "";
}

/** 编译: a sentence with slots, cut once, filled many times; {名} is `name`, whatever braces that may hold itself. */
export function compiled(sentence: string, name = ""): (scene: Scene) => string {
  const parts = sentence.split(/\{(.*?)\}/);
  for (let at = 1; at < parts.length; at += 2)
    if (parts[at] !== "名" && !slots[parts[at]!]) throw new Error(`no slot {${parts[at]}}`);
  return (scene) =>
    parts.map((part, at) => (at % 2 === 0 ? part : part === "名" ? name : slots[part]!(scene))).join("");
}
