import type { BinaryPart } from "../store/archive/format.ts";
import type { Place } from "./place.ts";

/** 备份里的二进制部分: files of an installation that lie beside its database and go into every backup. */
export const archiveParts = (_place: Place): BinaryPart[] => [];
