/** 市民端: for whoever has a telephone and a matter; without an account, and light. */
import "../shell/newer.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { machineNow } from "../shell/clock.ts";
import { sweepDrafts } from "../shell/draft.ts";
import { keptScheme, systemScheme, wear } from "../ui/tokens.ts";
import { isLarge, wearLarge } from "./large.ts";
import { Page } from "./Page.tsx";

wear(keptScheme() ?? systemScheme());
wearLarge(isLarge());
sweepDrafts(machineNow());

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
