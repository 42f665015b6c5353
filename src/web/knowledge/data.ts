/** 知识库的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { articleRow, articleUses, articleView, editionView } from "../../contract/knowledge/article.ts";
import type { reportView } from "../../contract/knowledge/errorReport.ts";
import type { questionView } from "../../contract/knowledge/openQuestion.ts";
import type { Role } from "../../domain/access/role.ts";
import { read } from "../shell/ask.ts";

export type ArticleRow = z.output<typeof articleRow>;
export type Article = z.output<typeof articleView>;
export type Edition = z.output<typeof editionView>;
export type Question = z.output<typeof questionView>;
export type Report = z.output<typeof reportView>;
export type Allowance = Article["allowed"][number];

/** what is old once something was written */
export const KNOWLEDGE = ["article", "articles", "questions", "reports", "counts"];

export const useArticle = (id: string) =>
  useQuery({ queryKey: ["article", id], queryFn: () => read<Article>(`/articles/${id}`) });

export const useEdition = (id: string, no: number | null) =>
  useQuery({
    queryKey: ["article", id, "edition", no],
    queryFn: () => read<Edition>(`/articles/${id}/editions/${no}`),
    enabled: no !== null,
  });

export const useUses = (month: string) =>
  useQuery({
    queryKey: ["articles", "uses", month],
    queryFn: () => read<z.output<typeof articleUses>>(`/article-uses/${month}`),
  });

/** 为什么不能做; null: it can be done */
export const reasonOf = ({ allowed, sentence, next }: Allowance): string | null =>
  allowed ? null : `${sentence ?? ""}${next ?? ""}`;

const WRITERS: readonly Role[] = ["office", "administrator"];
export const isWriter = (role: Role): boolean => WRITERS.includes(role);
/** 写条目的: the office for all, a liaison for his own */
export const mayWrite = (role: Role): boolean => isWriter(role) || role === "liaison";
/** 热线自己的人 */
export const ofHotline = (role: Role): boolean => !["liaison", "county", "leader"].includes(role);
