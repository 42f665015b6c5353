import { type CellKind, isWrong, plainText, shown, wrong } from "./cell.ts";

/** 固定用语: each value with the words for it, the printed one first. */
export function words<V extends string | boolean>(table: [V, ...string[]][], noun: string): CellKind {
  const values = new Map(table.flatMap(([value, ...spellings]) => spellings.map((one) => [one.toLowerCase(), value])));
  for (const [value] of table) values.set(String(value).toLowerCase(), value);
  const printed = new Map(table.map(([value, first]) => [value, first!]));
  const allowed = [...printed.values()].join("、");
  return {
    read: (content) => {
      const text = plainText(content);
      if (isWrong(text)) return text;
      return values.get(text.toLowerCase()) ?? wrong(`${shown(content)}不是可用的${noun}，应为 ${allowed} 之一`);
    },
    print: (value: V) => printed.get(value)!,
  };
}

export const rating = words(
  [
    ["satisfied", "满意", "非常满意", "很满意"],
    ["neutral", "一般"],
    ["dissatisfied", "不满意", "非常不满意", "很不满意"],
    ["noResponse", "未评价", "未评", "未回复", "未参评"],
  ],
  "评价",
);

export const yesNo = words(
  [
    [true, "是", "有", "已", "1", "y", "yes"],
    [false, "否", "无", "未", "0", "n", "no"],
  ],
  "是否",
);

export const channel = words(
  [
    ["phone", "电话", "来电", "热线"],
    ["web", "网站", "网页", "门户"],
    ["app", "APP", "小程序", "微信", "微信公众号"],
    ["mailbox", "信箱", "市长信箱", "邮件"],
    ["sms", "短信"],
    ["province", "省平台", "省12345", "省级转办"],
    ["handover110", "110移交", "110联动", "110"],
    ["county", "县级平台"],
    ["leaderDay", "领导接听日"],
  ],
  "受理渠道",
);

export const outcome = words(
  [
    ["firstContact", "在线办结", "直接办结", "直接答复"],
    ["dispatched", "转办", "派发", "交办", "派单"],
    ["pending", "待处理", "处理中", "未处理"],
    ["withdrawn", "撤单", "已撤单", "撤销"],
    ["merged", "并单", "已并单"],
    ["refused", "不予受理", "不受理"],
  ],
  "办理方式",
);

export const role = words(
  [
    ["lead", "主办", "牵头"],
    ["assisting", "协办"],
  ],
  "主协办",
);

export const ruling = words(
  [
    ["accepted", "同意", "已同意", "同意退单"],
    ["rejected", "驳回", "已驳回", "不同意"],
  ],
  "退单裁定",
);

export const supervision = words(
  [
    ["blue", "蓝"],
    ["yellow", "黄"],
    ["red", "红"],
    ["summon", "约谈"],
  ],
  "督办",
);

export const followUpChannel = words(
  [
    ["sms", "短信"],
    ["phone", "电话", "人工", "人工电话"],
  ],
  "回访方式",
);

export const extensionRuling = words(
  [
    ["granted", "同意"],
    ["refused", "不同意", "驳回"],
  ],
  "延期裁定",
);

export const endedBy = words(
  [
    ["return", "退单"],
    ["redispatch", "再派"],
  ],
  "结束方式",
);

export const noticeKind = words(
  [
    ["withdraw", "撤单"],
    ["amend", "修改"],
  ],
  "告知种类",
);

export const receipt = words(
  [
    ["confirmed", "确认"],
    ["refused", "拒收"],
  ],
  "回执",
);
