/** 快捷键: those of the desks, which of them may be changed, and to what; the same for the page that binds them and for who keeps them. */
import { type Refused, refuse } from "../refusal.ts";

/** 可以改的键, each with what it mostly does; on another page the same key may do another thing */
// biome-ignore format: one line a key, so that it reads as a table
export const deskKeys: Readonly<Record<string, string>> = {
  F1: "本页的快捷键",
  F2: "接听、拨打、播放", F6: "采纳建议的分类", F7: "采纳建议的单位", F8: "并入疑似重复、下一句", F9: "采用知识",
  "Shift+F2": "挂断", "Shift+F8": "上一句",
  "Alt+A": "同意、新增、加一行", "Alt+B": "并单、写新的一版", "Alt+C": "催办", "Alt+D": "督办、标为已读", "Alt+E": "先行联系",
  "Alt+G": "重新抽样", "Alt+H": "会商、转下级", "Alt+J": "不同意延期、登记没有来电的", "Alt+K": "批量、没有拨通",
  "Alt+L": "登记联系、看号码", "Alt+M": "会商结论、模拟来电", "Alt+N": "不予受理、未接通", "Alt+O": "办结反馈、回访登记",
  "Alt+P": "改派", "Alt+R": "驳回、就绪", "Alt+S": "签收", "Alt+T": "申请退单、试算", "Alt+U": "报错", "Alt+V": "请核实",
  "Alt+W": "记下没找到的", "Alt+X": "去掉一行", "Alt+Y": "延期、续期", "Alt+Z": "在线办结",
  J: "下一行", K: "上一行", X: "选中这一行", "/": "检索",
};

/** 不能改的键: everybody's everywhere */
export const fixedKeys: readonly string[] = ["Ctrl+Enter", "Enter", "Esc", "↑", "↓"];

/** what the browser, the system or an input method takes for itself */
const TAKEN = new Set(["F5", "F11", "F12", "Shift+F10", "Alt+F4"]);
const inFields = /^(Shift\+)?F([1-9]|1[0-2])$|^Alt\+[A-Z]$/;
const plain = /^[A-Z/]$/;

/** 改了的: 原来的键 → 改成的键 */
export type OwnKeys = Readonly<Record<string, string>>;

const isFit = (from: string, to: string) => inFields.test(to) || (plain.test(from) && plain.test(to));

const wrong = (sentence: string, next: string) => refuse("keyRefused", sentence, next);
const said = (press: string) => press.replace("+", " ");

function oneFault([from, to]: readonly [string, string]): Refused | null {
  if (!Object.hasOwn(deskKeys, from)) return wrong(`“${said(from)}”不是可以改的快捷键。`, "请从表里选一个。");
  if (TAKEN.has(to)) return wrong(`“${said(to)}”浏览器自己要用。`, "请换一个键。");
  return isFit(from, to)
    ? null
    : wrong(
        `“${said(from)}”不能改成“${said(to)}”。`,
        "可以用 F 键、Shift 加 F 键、Alt 加字母；清单上的单键也可以换成别的单键。",
      );
}

/** 冲突: a key does one thing on a page; null: every key of the desks still has its own. */
export function keysFault(keys: OwnKeys): Refused | null {
  const faulty = Object.entries(keys).map(oneFault).find(Boolean);
  if (faulty) return faulty;
  const holders = new Map<string, string>();
  for (const press of Object.keys(deskKeys)) {
    const own = keys[press] ?? press;
    const other = holders.get(own);
    if (other !== undefined)
      return wrong(
        `“${said(own)}”已经用作“${deskKeys[keys[press] === undefined ? press : other]}”。`,
        "请换一个键，或者先改掉那一个。",
      );
    holders.set(own, press);
  }
  return null;
}
