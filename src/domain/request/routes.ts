/** 不予受理的去处: why a matter isn't the hotline's, and the lawful route that the citizen is told. */
export interface Route {
  /** 原因 as the desk picks it */
  reason: string;
  /** 告知 to the citizen */
  sentence: string;
}

export const routes = {
  police: { reason: "报警、人身安全", sentence: "这件事要马上处置，请拨打 110。" },
  fire: { reason: "火灾、抢险救援", sentence: "请马上拨打 119。" },
  ambulance: { reason: "医疗急救", sentence: "请马上拨打 120。" },
  litigation: {
    reason: "已经或者应当通过诉讼、仲裁、行政复议解决",
    sentence: "这件事应由诉讼、仲裁或者行政复议解决，请联系承办的机关。",
  },
  petition: { reason: "正在信访程序中", sentence: "这件事正在信访程序中，请联系原受理的信访机关。" },
  discipline: { reason: "反映党员干部违纪、职务犯罪", sentence: "反映违纪和职务犯罪，请拨打 12388。" },
  outsideCity: { reason: "不在本市", sentence: "这件事不在本市，请拨打当地区号加 12345。" },
  secret: {
    reason: "涉及国家秘密、商业秘密、个人隐私",
    sentence: "这件事涉及保密内容，热线不能受理，请向主管机关当面反映。",
  },
  unlawful: { reason: "内容违法或者违背公序良俗", sentence: "这件事热线不能受理。" },
  settled: { reason: "已经办结且没有新的事实", sentence: "这件事已经办结；有新的事实时请再来电，我们会登记。" },
} satisfies Record<string, Route>;

export type RouteCode = keyof typeof routes;

/** 告知的话: never a silent end. */
export const toldTo = (route: RouteCode): string => `${routes[route].sentence}您的来电已登记。`;
