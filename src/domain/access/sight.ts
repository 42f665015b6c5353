/** 看个人信息: how much of the person behind a matter each role sees, and who may ask to see all, saying why. */
import type { Contact } from "../ledger/event.ts";
import { maskContact } from "./maskContact.ts";
import type { Role } from "./role.ts";

type Personal = Omit<Contact, "id">;
type Sight = "masked" | "surname" | "nothing";

/** 'masked': enough to know whom one speaks with; 'surname': for whoever only reads about matters. */
const sights: Record<Role, { sees: Sight; mayAsk: boolean }> = {
  agent: { sees: "masked", mayAsk: true },
  dispatcher: { sees: "masked", mayAsk: true },
  liaison: { sees: "masked", mayAsk: true },
  followUp: { sees: "masked", mayAsk: true },
  supervisor: { sees: "masked", mayAsk: true },
  office: { sees: "masked", mayAsk: true },
  inspector: { sees: "surname", mayAsk: false },
  leader: { sees: "surname", mayAsk: false },
  analyst: { sees: "nothing", mayAsk: false },
  county: { sees: "nothing", mayAsk: false },
  citizen: { sees: "nothing", mayAsk: false },
  administrator: { sees: "nothing", mayAsk: false },
  system: { sees: "nothing", mayAsk: false },
};

const nothing: Personal = { name: null, phone: null, address: null, identityNumber: null };

const shown: Record<Sight, (contact: Personal) => Personal> = {
  masked: maskContact,
  surname: (contact) => ({ ...nothing, name: maskContact(contact).name }),
  nothing: () => nothing,
};

/** 按角色看到的来电人 */
export const contactFor = (role: Role, contact: Personal): Personal => shown[sights[role].sees](contact);

const rolesWho = (holds: (role: Role) => boolean): Role[] => (Object.keys(sights) as Role[]).filter(holds);

/** 能看（遮盖后的）来电人的角色 */
export const mayRead: readonly Role[] = rolesWho((role) => sights[role].sees !== "nothing");

/** 说明理由后能看全部的角色 */
export const mayAsk: readonly Role[] = rolesWho((role) => sights[role].mayAsk);
