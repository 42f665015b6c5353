-- 定稿的文字: what an edition printed, text by text, to tell what a correction changed. Null: it was frozen before texts were kept.
alter table report_edition add column texts json;
