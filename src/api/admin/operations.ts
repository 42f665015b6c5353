/** 管理的操作 */
import type { Operation } from "../operation.ts";
import { addRule } from "./addRule.ts";
import { accountActs } from "./changeAccount.ts";
import { createAccount } from "./createAccount.ts";
import { heldMessageOperations } from "./heldMessages.ts";
import { holdOperations } from "./holds.ts";
import { listAccounts } from "./listAccounts.ts";
import { listRules } from "./listRules.ts";
import { readRuleHistory } from "./readRuleHistory.ts";
import { tryRule } from "./tryRule.ts";

export const adminOperations: readonly Operation[] = [
  listAccounts,
  createAccount,
  ...accountActs,
  listRules,
  readRuleHistory,
  addRule,
  tryRule,
  ...holdOperations,
  ...heldMessageOperations,
];
