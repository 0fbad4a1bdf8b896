-- How the run was measured: each different set-up once, and which benchmarks have which. Null for runs from before.
alter table run add column setup jsonb;

-- A reason to distrust a run, said once however many benchmarks it concerns. baseline_run_id is set where the reason is
-- what the run and the one it is compared with differ in; these are replaced when the run is judged again.
create table finding (
    project_id     bigint      not null,
    run_id         bigint      not null,
    code           text        not null,
    severity       text        not null check (severity in ('invalid', 'serious', 'minor')),
    what           text        not null,
    concerned      integer     not null,
    benchmarks     integer     not null,
    cases          jsonb       not null default '[]',
    baseline_run_id bigint,
    primary key (project_id, run_id, code),
    foreign key (project_id, run_id) references run (project_id, run_id),
    foreign key (project_id, baseline_run_id) references run (project_id, run_id)
);

-- The smallest and the largest sample move with how many there were.
update series set judged = false where metric in ('p0.00', 'p1.00') or metric like '%:p0.00' or metric like '%:p1.00';
