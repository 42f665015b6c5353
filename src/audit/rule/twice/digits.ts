/** 同样几个数字: two numbers of the same digits in another order. */
import { isSlip, type Printed } from "../../number.ts";

/** 数字排好: to group by */
export const sorted = ({ text }: Printed): string => [...text.replace(/\D/g, "")].sort().join("");

/** two digits that changed places */
export const digitsSwapped = (a: Printed, b: Printed): boolean => sorted(a) === sorted(b) && isSlip(a, b);
