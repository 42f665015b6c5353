/** 字段值: what one column of one row may hold on its way into the database. */
export type Value = string | number | boolean | null | Uint8Array | readonly number[];

export type Row = readonly Value[];

/** 时刻写法: an instant as PostgreSQL reads it, whatever the session's zone. */
export const timestamp = (instant: number): string => new Date(instant).toISOString();

/** 时刻读法: milliseconds of a timestamptz as a session in UTC prints it ('2022-11-30 15:59:59.999+00'). */
export const instant = (text: string): number => Date.parse(`${text.slice(0, -3).replace(" ", "T")}Z`);
