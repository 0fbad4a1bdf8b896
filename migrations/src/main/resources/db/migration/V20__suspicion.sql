-- Whether regressions that are only suspected count as open.
alter table policy
    add column suspicions text not null default 'wait' check (suspicions in ('wait', 'open'));
