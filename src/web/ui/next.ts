interface Row {
  id: string;
}

/** 下一件: below the one that is done, else above it. */
export const nextOf = (rows: readonly Row[], done: string): string | undefined => {
  const at = rows.findIndex(({ id }) => id === done);
  return (rows[at + 1] ?? rows[at - 1])?.id;
};
