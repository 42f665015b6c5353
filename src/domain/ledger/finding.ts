/** 查出的问题: the first place where a ledger doesn't hold, and how it is told. */
import type { Id } from "./event.ts";

type Fault =
  | "sealMissing"
  | "eventMissing"
  | "hashUnknown"
  | "sealBroken"
  | "eventChanged"
  | "eventInserted"
  | "rowMissing"
  | "rowChanged"
  | "rowUnfounded"
  | "worklistDiffers"
  | "snapshotDiffers"
  | "articleDiffers"
  | "headMissing"
  | "headDiffers";

export interface Finding {
  fault: Fault;
  /** of the seal */
  no?: number;
  /** of the event */
  position?: number;
  subject?: string;
  id?: Id;
  version?: number;
  /** of what was kept of a month's end */
  month?: string;
}

const faults: Record<Fault, string> = {
  sealMissing: "缺少这一号封印",
  eventMissing: "封印所指的事件已不在原处",
  hashUnknown: "写着本程序不认识的摘要算法",
  sealBroken: "封印与前一封印或所封的事件对不上：事件被替换、调换过，或封印被改动过",
  eventChanged: "事件的内容与它的链值对不上：事件或同一主体的前一事件被改动过",
  eventInserted: "事件排在已封印的事件之间，却没有封印：是后来插入的",
  rowMissing: "有事件，却没有由它们得出的行",
  rowChanged: "行与由事件得出的结果不同",
  rowUnfounded: "有行，却没有得出它的事件",
  worklistDiffers: "工作清单、经手单位或单位的诉求与工单不符",
  snapshotDiffers: "月末留存的超期未反馈与重算不同，其间也没有补记",
  articleDiffers: "知识条目与它的各版不符",
  headMissing: "链比当时记下的短：末尾的封印被删去了",
  headDiffers: "链与当时记下的不同",
};

const subjects: Record<string, string> = {
  call: "来电",
  request: "诉求",
  order: "工单",
  countyMonth: "县级月报",
  mysteryCall: "拨测",
  leaderDay: "领导接听日",
  article: "知识条目",
};

/** 说明问题: where it is and what is wrong, in one sentence. */
export function describeFinding({ fault, no, position, subject, id, version, month }: Finding): string {
  const where = [
    month ?? "",
    no === undefined ? "" : `封印 ${no}`,
    position === undefined ? "" : `位置 ${position}`,
    subject === undefined ? "" : (subjects[subject] ?? subject),
    id ?? "",
    version === undefined ? "" : `第 ${version} 版`,
  ];
  return `${where.filter((part) => part !== "").join(" ")}：${faults[fault]}。`;
}

/** 链头: the last seal's number and link, to be noted outside the database. */
export interface Head {
  no: number;
  /** in hex; of no seal yet, empty */
  link: string;
}

/** 读链头, as `verify` prints it: NO:LINK; null for anything else. */
export function readHead(text: string): Head | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return match && { no: Number(match[1]), link: match[2]! };
}

/** 写链头 */
export const writeHead = ({ no, link }: Head): string => `${no}:${link}`;
