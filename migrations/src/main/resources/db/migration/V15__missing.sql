-- The benchmarks that a run's documents list without a finite score: they failed. One with a score in another document of the run is
-- listed too, and didn't fail.
create table failure (
    project_id     bigint      not null,
    run_id         bigint      not null,
    benchmark_id   bigint      not null,
    primary key (project_id, run_id, benchmark_id),
    foreign key (project_id, run_id) references run (project_id, run_id),
    foreign key (project_id, benchmark_id) references benchmark (project_id, benchmark_id)
);

-- What a person accepted: a benchmark is gone from an environment deliberately. In the runs of one pull request, or on the base branch: 0.
-- The row goes when the benchmark is measured again.
create table removal (
    project_id     bigint      not null references project,
    environment_id bigint      not null,
    benchmark_id   bigint      not null,
    pull_request   integer     not null check (pull_request >= 0),
    accepted_by    text        not null,
    accepted_at    timestamptz not null default now(),
    primary key (project_id, environment_id, benchmark_id, pull_request),
    foreign key (project_id, environment_id) references environment (project_id, environment_id),
    foreign key (project_id, benchmark_id) references benchmark (project_id, benchmark_id)
);

-- What missing and failed benchmarks mean for a check.
alter table policy
    add column missing text not null default 'neutral' check (missing in ('neutral', 'fail', 'ignore'));

-- The first run without the benchmark, and whether that run lists it without a score.
alter table alarm
    add column missing_run_id bigint,
    add column failed boolean not null default false,
    add foreign key (project_id, missing_run_id) references run (project_id, run_id);

-- How many benchmarks the run lacked when that was last counted: missing, not accepted as removed, or failed.
alter table run add column absent integer not null default 0;
