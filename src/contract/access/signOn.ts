import { z } from "zod";

/** what a provider sends back: some of these, and nothing else is passed on */
const given = z.string().max(4000).optional();
export const signOnReturn = z.object({
  ...{ code: given, state: given, iss: given, error: given, error_description: given, session_state: given },
});
