/** 开门: the page for people with a desk. */
import "./newer.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./ask.ts";
import { machineNow } from "./clock.ts";
import { sweepDrafts } from "./draft.ts";
import { Gate } from "./Gate.tsx";
import { listenToKeys } from "./keys.ts";
import { dressAtOnce } from "./settings.ts";
import { listenToSheets } from "./sheets.ts";

dressAtOnce();
sweepDrafts(machineNow());
listenToKeys();
listenToSheets();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // what was refused stays refused; a network that is down comes back
      retry: (times, error) => !(error instanceof Refused && error.problem.status < 500) && times < 4,
      retryDelay: (times) => Math.min(1_000 * 2 ** times, 8_000),
      staleTime: 10_000,
      networkMode: "always",
    },
  },
});

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Gate />
    </QueryClientProvider>
  </StrictMode>,
);
