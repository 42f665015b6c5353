/** 民用日期: 'YYYY-MM-DD' as printed on a calendar, without zone or time. Compares and sorts as text. */
export type CivilDate = string;

/** 时刻: milliseconds since 1970-01-01T00:00Z. Precise to the millisecond, as PostgreSQL's timestamptz keeps it or better. */
export type Instant = number;
