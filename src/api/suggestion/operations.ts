import { suggest } from "./suggest.ts";
import { typeAhead } from "./typeAhead.ts";

export const suggestionOperations = [typeAhead, suggest];
