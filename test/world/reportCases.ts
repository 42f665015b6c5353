/** 印进月报的案例: one that went well, one that didn't, one of last month that is followed up. */
import type { CaseFacts, FollowedCase } from "../../src/report/caseFacts.ts";

export const difficult: CaseFacts = {
  id: "00000000-0000-7000-8000-000000000001",
  citizen: "向先生",
  acceptedOn: "2023-09-28",
  topic: "园林绿化",
  place: "桂影社区",
  request: "小区内一棵大树倾斜，担心压到房屋，请求修剪。",
  trail: [
    { on: "2023-09-28", what: "dispatched", unit: "临江高新技术产业开发区管理委员会", late: false, text: null },
    { on: "2023-10-09", what: "acknowledged", unit: "临江高新技术产业开发区管理委员会", late: false, text: null },
    {
      on: "2023-10-19",
      what: "returnRequested",
      unit: "临江高新技术产业开发区管理委员会",
      late: true,
      text: "该处属东屏区管辖。",
    },
    { on: "2023-10-20", what: "returnVerified", unit: "东屏区人民政府", late: false, text: "该社区由高新区管理" },
    {
      on: "2023-10-20",
      what: "returnRejected",
      unit: "临江高新技术产业开发区管理委员会",
      late: false,
      text: "请属地先行处理",
    },
    { on: "2023-10-27", what: "resolved", unit: "临江高新技术产业开发区管理委员会", late: true, text: "已修剪" },
  ],
};

export const typical: CaseFacts = {
  id: "00000000-0000-7000-8000-000000000002",
  title: "东屏区协调解决拖欠工资",
  citizen: "欧阳某",
  acceptedOn: "2023-10-08",
  topic: "劳动维权",
  place: null,
  request: null,
  trail: [
    { on: "2023-10-08", what: "dispatched", unit: "东屏区人民政府", late: false, text: null },
    { on: "2023-10-11", what: "resolved", unit: "东屏区人民政府", late: false, text: "工资已付清" },
    { on: "2023-10-12", what: "followedUp", unit: null, late: false, text: null, rating: "satisfied" },
  ],
};

export const followed: FollowedCase = {
  id: "00000000-0000-7000-8000-000000000003",
  title: "市住房和城乡建设局退单，违法搭建诉求办理迟缓",
  acceptedOn: "2023-09-04",
  trail: [
    { on: "2023-10-09", what: "dispatched", unit: "西塘区人民政府", late: false, text: null },
    { on: "2023-10-12", what: "acknowledged", unit: "西塘区人民政府", late: false, text: null },
  ],
  sentBefore: ["西塘区人民政府"],
  stands: "handling",
  unit: "西塘区人民政府",
  rating: null,
  overdue: true,
};
