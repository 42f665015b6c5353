import { typeAheadQuery, typeAhead as typeAheadSchema } from "../../contract/suggestion/suggestion.ts";
import { findNamed } from "../../domain/directory/typeAhead.ts";
import { operation } from "../operation.ts";
import { namesAt } from "./names.ts";

const SHOWN = 10;

export const typeAhead = operation({
  id: "typeAhead",
  method: "GET",
  path: "/type-ahead",
  summary: "边打边找地区和小类，最像的在前，至多 10 个",
  tag: "诉求",
  permit: "signedIn",
  query: typeAheadQuery,
  answer: typeAheadSchema,
  handle: async ({ query: { kind, q } }, { rules, at }) => ({
    rows: findNamed(namesAt(await rules(), at)[kind], q, SHOWN),
  }),
});
