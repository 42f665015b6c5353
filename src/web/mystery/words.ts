/** 几个人评了 */
import type { Row } from "./data.ts";

type Rated = Pick<Row, "given" | "raters" | "state">;

/** one more than was planned where two are far apart */
const wanted = ({ given, raters, state }: Rated): number => Math.max(state === "apart" ? given + 1 : given, raters);

/** '2 / 3 人评' */
export const ratedOf = (row: Rated): string => `${row.given} / ${wanted(row)} 人评`;

export const ratedWords = (row: Rated): string => {
  const { given, raters } = row;
  if (row.state === "apart") return `${given} 人评了，相差太远，要再有一人复评`;
  return given > raters ? `${given} 人评了，最后一人是复评` : `${given} 人评了，要 ${raters} 人`;
};
