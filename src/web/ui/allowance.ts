/** 能不能做: what was said of one action; of each that a matter knows something is. */
export const allowanceOf = <A extends { action: string }>(
  { allowed }: { allowed: readonly A[] },
  action: A["action"],
): A => allowed.find((one) => one.action === action)!;
