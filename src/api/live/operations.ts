import { watchLive } from "./watch.ts";

export const liveOperations = [watchLive];
