-- Of some metrics it isn't known which way they get better: events are counted, and an unknown unit says nothing. They are told as changed.
alter table series
    drop constraint series_direction_check,
    add constraint series_direction_check check (direction in ('LOWER_IS_BETTER', 'HIGHER_IS_BETTER', 'NOT_KNOWN'));

alter table verdict
    drop constraint verdict_outcome_check,
    add constraint verdict_outcome_check
        check (outcome in ('regressed', 'improved', 'changed', 'unchanged', 'inconclusive'));

-- The direction that a rule gives; null: the unit says it.
alter table threshold
    add column direction text check (direction in ('lower', 'higher'));
