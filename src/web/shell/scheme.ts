import { createContext, useContext } from "react";
import type { Scheme } from "../ui/tokens.ts";

/** 明暗 and how to change it. */
export const SchemeContext = createContext<{ scheme: Scheme; choose(next: Scheme): void }>({
  scheme: "light",
  choose: () => {},
});
export const useScheme = () => useContext(SchemeContext);
