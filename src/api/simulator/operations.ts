import { answerCall, endCall } from "./act.ts";
import { listSimulatedSms } from "./messages.ts";
import { listOngoingCalls } from "./ongoing.ts";
import { simulateRequests } from "./requests.ts";
import { simulateCall } from "./start.ts";

export const simulatorOperations = [
  listOngoingCalls,
  answerCall,
  endCall,
  simulateCall,
  simulateRequests,
  listSimulatedSms,
];
