/** 登录和权限的操作 */
import type { Operation } from "../operation.ts";
import { changePassword } from "./changePassword.ts";
import { listAccess } from "./listAccess.ts";
import { lockScreen } from "./lockScreen.ts";
import { keepOwnSettings, readOwnSettings } from "./ownSettings.ts";
import { readContact } from "./readContact.ts";
import { readDemonstration } from "./readDemonstration.ts";
import { signIn } from "./signIn.ts";
import { signInAsDemonstration } from "./signInAsDemonstration.ts";
import { beginSignOn, finishSignOn } from "./signOn.ts";
import { signOut } from "./signOut.ts";
import { unlockScreen } from "./unlockScreen.ts";
import { viewContact } from "./viewContact.ts";
import { whoAmI } from "./whoAmI.ts";

export const accessOperations: readonly Operation[] = [
  signIn,
  signOut,
  whoAmI,
  lockScreen,
  unlockScreen,
  changePassword,
  readOwnSettings,
  keepOwnSettings,
  signInAsDemonstration,
  readDemonstration,
  beginSignOn,
  finishSignOn,
  readContact,
  viewContact,
  listAccess,
];
