/** 编写文字: requests, reasons and answers from the topics and frames; every word is invented. */
import { chance, pick, type Random } from "../records/random.ts";
import * as frames from "./frames.ts";
import { compiled, type Scene } from "./slot.ts";
import type { Topic } from "./topic.ts";
import { cityTopics } from "./topicsCity.ts";
import { peopleTopics } from "./topicsPeople.ts";

type Filled = (scene: Scene) => string;

/** 一个小类的说法 */
export interface Voice {
  name: string;
  facts: Filled[];
  questions: Filled[];
  remedies: Filled[];
  suggestions: Filled[];
  thanks: Filled[];
  returns: Filled[];
}

const topics: Topic[] = [...cityTopics, ...peopleTopics];
const [openings, own, whereabouts, details, wishes] = [
  frames.OPENINGS,
  frames.OWN_OPENINGS,
  frames.WHEREABOUTS,
  frames.DETAILS,
  frames.WISHES,
].map((list) => list.map((sentence) => compiled(sentence))) as [Filled[], Filled[], Filled[], Filled[], Filled[]];
const profiles = frames.PROFILES.map((sentence) => compiled(sentence));
const voids = frames.VOID.map((sentence) => compiled(sentence));

/** 题材 of a name, of a subcategory or of a unit; the longest matching word decides: 社保卡 is no 社保. */
export function topicOf(name: string): Topic | undefined {
  let [best, length] = [undefined as Topic | undefined, 0];
  for (const topic of topics)
    for (const word of topic.words)
      if (word.length > length && name.includes(word)) [best, length] = [topic, word.length];
  return best;
}

/** 小类 → 说法: by the words in its name, else by its parent's, else in general terms with its own name. */
export function voiceOf(name: string, parent: string): Voice {
  const topic = topicOf(name) ?? topicOf(parent);
  // nobody says 其他事项（三）
  const said = name.replace(/其他事项（[^）]*）$/, "");
  const named = (list: string[]) => list.map((sentence) => compiled(sentence, said));
  return {
    name,
    facts: named(topic?.facts ?? frames.GENERIC_FACTS),
    questions: named(topic?.questions ?? frames.GENERIC_QUESTIONS),
    remedies: named(topic?.remedies ?? frames.GENERIC_REMEDIES),
    suggestions: named(frames.SUGGESTIONS),
    thanks: named(frames.THANKS),
    returns: named(frames.RETURN_REASONS),
  };
}

const say = (list: Filled[], scene: Scene) => pick(scene.random, list)(scene);

function complaint(voice: Voice, scene: Scene): string {
  const { random } = scene;
  const where = scene.place && chance(random, 40) ? say(whereabouts, scene) : "";
  const start = chance(random, 78) ? say(openings, scene) : say(own, scene);
  const detail = chance(random, 55) ? say(details, scene) : "";
  return `${start}${where}${say(voice.facts, scene)}。${detail}${say(wishes, scene)}`;
}

function question(voice: Voice, scene: Scene): string {
  const start = pick(scene.random, [
    "市民咨询：",
    "来电人咨询",
    "市民来电咨询，",
    "来电人想了解，",
    "想问一下，",
    "你好，请问",
    "市民想知道",
  ]);
  const background = chance(scene.random, 12) ? `${say(voice.facts, scene)}，` : say(profiles, scene);
  return `${start}${background}${say(voice.questions, scene)}。${pick(scene.random, frames.ASKING)}`;
}

const writers: Record<string, (voice: Voice, scene: Scene) => string> = {
  咨询: question,
  建议: (voice, scene) => `市民建议：${say(voice.suggestions, scene)}现在${say(voice.facts, scene)}。`,
  表扬: (voice, scene) => `市民来电表扬，${say(voice.thanks, scene)}之前${say(voice.facts, scene)}。`,
  无效: (_, scene) => say(voids, scene),
};

function slip(random: Random, text: string): string {
  const fitting = frames.SLIPS.filter(([right]) => text.includes(right));
  return fitting.length === 0 ? text : text.replace(...pick(random, fitting));
}

/** 诉求内容: what the agent wrote down; now and then misspelt, or with a second matter of another subcategory. */
export function requestText(voice: Voice, other: Voice, type: string, scene: Scene): string {
  const text = (writers[type] ?? complaint)(voice, scene);
  const mixed =
    type !== "无效" && chance(scene.random, 4) ? `${text}另外，${say(other.facts, scene)}，也请一并处理。` : text;
  return chance(scene.random, 6) ? slip(scene.random, mixed) : mixed;
}

/** 重复诉求: the same matter told again, by the same citizen or a neighbour. */
export function repeatText(text: string, scene: Scene): string {
  const again = ["市民再次来电，", "同一问题又来电催促：", "此前已反映过，", "市民催办，"];
  return `${pick(scene.random, again)}${text}${say(details, scene)}`;
}

/** 办理结果 */
export const answerText = (voice: Voice, scene: Scene): string =>
  `经核实，${say(voice.remedies, scene)}。${pick(scene.random, frames.ANSWER_ENDS)}`;

/** 退单理由 */
export const returnText = (voice: Voice, scene: Scene): string => say(voice.returns, scene);

/** 裁定与核实的话 */
export const rulingText = (kind: "rejected" | "accepted" | "verified", scene: Scene): string =>
  pick(
    scene.random,
    { rejected: frames.REJECTIONS, accepted: frames.ACCEPTANCES, verified: frames.VERIFICATIONS }[kind],
  );
