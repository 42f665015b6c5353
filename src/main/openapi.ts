/** `npm run openapi`: writes the interface's document, docs/openapi.json, from the operations. */
import { writeFileSync } from "node:fs";
import { interfaceDocument } from "./interfaceDocument.ts";

writeFileSync("docs/openapi.json", await interfaceDocument());
