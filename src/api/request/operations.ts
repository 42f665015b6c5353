import { dispatchRequest } from "../order/dispatch.ts";
import { requestActionOperations } from "./act.ts";
import { readRequestCaller } from "./caller.ts";
import { createRequest } from "./create.ts";
import { listRequests } from "./list.ts";
import { proposeDispatch } from "./propose.ts";
import { readRequest } from "./read.ts";

export const requestOperations = [
  listRequests,
  createRequest,
  readRequest,
  readRequestCaller,
  proposeDispatch,
  dispatchRequest,
  ...requestActionOperations,
];
