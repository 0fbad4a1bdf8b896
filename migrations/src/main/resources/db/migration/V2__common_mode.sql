-- A shift of the movement that an environment's benchmarks share, on the base branch: the change points of the suite as a whole.
-- The run columns are those of change_point. moved of series benchmarks went along; ratio is after / before, more is worse.
create table environment_shift (
    project_id     bigint      not null,
    environment_id bigint      not null,
    branch_id      bigint      not null,
    run_id         bigint      not null,
    previous_run_id bigint     not null,
    earliest_run_id bigint     not null,
    latest_run_id  bigint      not null,
    state          text        not null check (state in ('suspected', 'confirmed')),
    ratio          double precision not null,
    ratio_low      double precision not null,
    ratio_high     double precision not null,
    p_value        double precision not null,
    worse          boolean     not null,
    moved          integer     not null,
    series         integer     not null,
    regression_id  bigint,
    primary key (project_id, environment_id, branch_id, run_id),
    foreign key (project_id, environment_id) references environment (project_id, environment_id),
    foreign key (project_id, branch_id) references branch (project_id, branch_id),
    foreign key (project_id, run_id) references run (project_id, run_id),
    foreign key (project_id, previous_run_id) references run (project_id, run_id),
    foreign key (project_id, earliest_run_id) references run (project_id, run_id),
    foreign key (project_id, latest_run_id) references run (project_id, run_id),
    foreign key (project_id, regression_id) references regression (project_id, regression_id)
);
create index environment_shift_of_regression on environment_shift (project_id, regression_id);

-- A regression is of series that moved by themselves, or of the suite as a whole; both may begin at one run.
alter table regression add column kind text not null default 'series' check (kind in ('series', 'suite'));
alter table regression drop constraint regression_project_id_branch_id_run_id_worse_key;
alter table regression add unique (project_id, branch_id, run_id, worse, kind);
