/** 写出 GLOSSARY.md from the terms in the domain. */
import { writeFileSync } from "node:fs";
import { glossaryPage } from "../domain/glossary.ts";

writeFileSync(new URL("../../GLOSSARY.md", import.meta.url), glossaryPage());
