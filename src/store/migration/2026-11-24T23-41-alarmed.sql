-- 无人办理报警: when the clock last raised the alarm that nobody moves the work order.
alter table work_order add column alarmed_at timestamptz;
