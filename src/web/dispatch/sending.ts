/** 派给谁: what the dispatcher has chosen, else what is proposed, and the ground that goes with it. */
import type { Proposal } from "./proposals.ts";

/** 填了的 */
export interface Choice {
  /** undefined: as proposed */
  unit?: string | null;
  assisting?: string[];
  complex?: boolean;
  basis?: string;
}

const words = (row: Proposal["directory"]) => `派单目录：${row!.basis}`;

/** 依据 as the order keeps it; null: none was given */
function basisOf(unit: string, { basis }: Choice, proposal: Proposal | null): string | null {
  if (basis?.trim()) return basis.trim();
  if (proposal === null || proposal.unit !== unit) return null;
  const grounds = { directory: () => words(proposal.directory), precedent: () => "先例", place: () => "属地" };
  return proposal.ground && grounds[proposal.ground]();
}

export const unitOf = ({ unit }: Choice, proposal: Proposal | null): string | null =>
  unit === undefined ? (proposal?.unit ?? null) : unit;

/** 派发的内容; null: nobody is chosen, and nobody proposed. */
export function bodyOf(choice: Choice, proposal: Proposal | null) {
  const unit = unitOf(choice, proposal);
  if (unit === null) return null;
  const assisting = (choice.assisting ?? []).filter((one) => one !== unit);
  return { unit, basis: basisOf(unit, choice, proposal), complex: choice.complex ?? false, assisting };
}
