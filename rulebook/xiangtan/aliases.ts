/** 别名: one class under several printed names; `printedIn` names the table of the figures file that prints the alias. */
import { assumed, stated } from "../row.ts";

const SEED = "湘潭市12345热线2022年11月运行情况分析报告";
const OVERDUE = `${SEED} 图10（与小类的对应为假定）`;

export const aliases = [
  stated(
    "alias",
    "突发公共卫生事件",
    { of: "疫情等突发公共卫生事件", printedIn: ["districtsTop3", "unitsTop3"] },
    `${SEED} 一（二）4`,
  ),
  stated(
    "alias",
    "疫情防控",
    { of: "疫情等突发公共卫生事件", printedIn: ["firstContactHot", "dissatisfiedTop"] },
    `${SEED} 图7、图9`,
  ),
  assumed(
    "alias",
    "通信服务与设施管理",
    { of: "通信管理", printedIn: ["dissatisfiedTop"] },
    `${SEED} 图9（与小类的对应为假定）`,
  ),
  assumed("alias", "违章搭建", { of: "违章建筑", printedIn: ["openOverdue"] }, OVERDUE),
  assumed("alias", "私搭乱建", { of: "违章建筑" }, OVERDUE),
];
