/** 县级月报的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { countyReportList, countyReportView } from "../../contract/county/countyReport.ts";
import type { Role } from "../../domain/access/role.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { read } from "../shell/ask.ts";

export type List = z.output<typeof countyReportList>;
export type Row = List["rows"][number];
export type Report = z.output<typeof countyReportView>;
export type Delivery = Report["deliveries"][number];
export type Objection = Report["objections"][number];
export type Allowance = Report["allowed"][number];

/** what is old once something was said */
export const COUNTIES = ["countyReport", "countyReports"];

export const pathOf = ({ month, county }: Pick<Row, "month" | "county">): string =>
  `/county-reports/${month}/${encodeURIComponent(county)}`;

export const useReports = (month: string) =>
  useQuery({ queryKey: ["countyReports", month], queryFn: () => read<List>("/county-reports", { month }) });

export const useReport = (of: Pick<Row, "month" | "county">) =>
  useQuery({ queryKey: ["countyReport", of.month, of.county], queryFn: () => read<Report>(pathOf(of)) });

/** 该他做的: another's isn't shown grey, it isn't shown */
export const isCounty = (role: Role): boolean => role === "county";
export const inspects = (role: Role): boolean => role === "inspector" || role === "office";
export const judges = (role: Role): boolean => role === "office";

/** '25.00 分' of hundredths */
export const pointWords = (hundredths: number): string => `${printHundredths(hundredths)} 分`;
