-- A project's rules in their order: the first one that a series matches says how it is judged. What a test has no use for is null,
-- and for the default test a null is its own value.
create table threshold (
    project_id     bigint      not null references project,
    position       integer     not null check (position >= 1),
    benchmark      text        not null,
    metric         text        not null,
    environment    text        not null,
    test           text        not null,
    minimum_effect double precision,
    confidence     double precision,
    lower_boundary double precision,
    upper_boundary double precision,
    min_sample_size integer,
    max_sample_size integer,
    window_seconds bigint,
    primary key (project_id, position)
);

-- The rule that applied when the verdict was given, as it stood then, and the limits that a classic model drew.
alter table verdict
    add column rule        jsonb,
    add column lower_limit double precision,
    add column upper_limit double precision;
