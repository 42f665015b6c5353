import type { Operation } from "../operation.ts";
import { citizenActs } from "./act.ts";
import { attachAsCitizen } from "./attach.ts";
import { findPlaces, readCitizenForm } from "./form.ts";
import { handInRequest } from "./handIn.ts";

/** 市民端的操作: all without signing in */
export const citizenOperations: readonly Operation[] = [
  readCitizenForm,
  findPlaces,
  handInRequest,
  ...citizenActs,
  attachAsCitizen,
];
