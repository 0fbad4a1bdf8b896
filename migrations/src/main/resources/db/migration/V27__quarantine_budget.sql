-- What a quarantined upload took up, so that those of a day can be added up without looking at their points.
alter table quarantined_run add column points integer not null default 0;
alter table quarantined_run add column bytes bigint not null default 0;
