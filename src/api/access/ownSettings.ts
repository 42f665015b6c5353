import { ownSettings } from "../../contract/access/settings.ts";
import { keysFault } from "../../domain/access/deskKeys.ts";
import { keepSettings, settingsOf } from "../../store/access/settings.ts";
import { operation } from "../operation.ts";

const path = "/session/settings";

/** 我的设置: his own and nobody else's; null: he never chose, and the machine's hold. */
export const readOwnSettings = operation({
  id: "readOwnSettings",
  method: "GET",
  path,
  summary: "我的设置：明暗、字的大小、改了的快捷键",
  tag: "登录",
  permit: "signedIn",
  answer: ownSettings.nullable(),
  async handle(_, { db, platform, viewer }) {
    const kept = await settingsOf(db, platform.platform, viewer.account);
    return kept === null ? null : ownSettings.parse(JSON.parse(kept));
  },
});

/** 存我的设置, all of them; refuses keys that would do two things. */
export const keepOwnSettings = operation({
  id: "keepOwnSettings",
  method: "POST",
  path,
  summary: "存我的设置；互相冲突的快捷键拒绝",
  tag: "登录",
  permit: "signedIn",
  body: ownSettings,
  answer: ownSettings,
  async handle({ body }, { db, platform, viewer, at }) {
    const refused = keysFault(body.keys);
    if (refused) return refused;
    await keepSettings(db, platform.platform, viewer.account, JSON.stringify(body), at);
    return body;
  },
});
