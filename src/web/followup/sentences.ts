/** 回访的话: what is said to the citizen, one sentence at a time; a clerk may correct them here. */
export interface Sentence {
  key: "greeting" | "answer" | "solved" | "rating" | "reason" | "farewell";
  says: string;
}

interface Of {
  platform: string;
  number: string;
  title: string;
  accepted: string;
  answer: string | null;
  dissatisfied: boolean;
}

/** 脚本 of one call; the rating is asked only after the public answer was read out. */
export function scriptOf({ platform, number, title, accepted, answer, dissatisfied }: Of): Sentence[] {
  const why: Sentence = { key: "reason", says: "请问您对哪里不满意？我们如实记下来，转给派单员判断要不要重办。" };
  return [
    {
      key: "greeting",
      says: `您好，这里是${platform} 12345 热线，我的工号是 ${number}。您 ${accepted} 反映的“${title}”已经办结，想请您评价一下，大约一分钟。`,
    },
    {
      key: "answer",
      says: answer === null ? "承办单位没有写公开答复，请按内部情况如实说明。" : `承办单位的答复是：${answer}`,
    },
    { key: "solved", says: "请问您反映的问题解决了吗？" },
    { key: "rating", says: "您对这次办理的结果满意、一般，还是不满意？" },
    ...(dissatisfied ? [why] : []),
    { key: "farewell", says: "谢谢您，有新的情况请随时拨打 12345。再见。" },
  ];
}

/** 不满意原因: the usual ones, taken into the words with one click */
export const reasons = ["问题没有解决", "答复不具体", "办得太慢", "没有人联系过我", "态度不好"] as const;
