-- A pull request as uploads and the forge tell of it. What the forge said is kept apart from what uploads said, and wins.
create table pull_request (
    project_id     bigint      not null references project,
    number         integer     not null check (number >= 1),
    state          text        not null default 'open' check (state in ('open', 'closed', 'merged')),
    uploaded_head_sha text,
    uploaded_base_branch text,
    forge_head_sha text,
    forge_base_branch text,
    head_sha       text generated always as (coalesce(forge_head_sha, uploaded_head_sha)) stored,
    base_branch    text generated always as (coalesce(forge_base_branch, uploaded_base_branch)) stored,
    title          text,
    author         text,
    head_repository text,
    opened_at      timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (project_id, number)
);
create index pull_request_open on pull_request (project_id, updated_at desc) where state = 'open';

-- baseline_eligible: whether others may be compared with the run; not those of pull requests, quarantined ones and pairs.
-- pair_run_id is set on the head's side of a pair; the base's side has the role pair-base. baseline is the rung of the ladder
-- that the run was compared on, and what it names.
alter table run
    add column trust text not null default 'token' check (trust in ('token', 'oidc', 'quarantined')),
    add column role text not null default 'measurement' check (role in ('measurement', 'pair-base')),
    add column baseline_eligible boolean not null default true,
    add column pair_run_id bigint,
    add column baseline jsonb,
    add foreign key (project_id, pair_run_id) references run (project_id, run_id);
create index run_of_commit on run (project_id, sha);
create index run_of_pair on run (project_id, pair_run_id) where pair_run_id is not null;
create index branch_of_pull_request on branch (project_id, pull_request) where pull_request is not null;

update run
set baseline_eligible = false
from branch
where branch.project_id = run.project_id and branch.branch_id = run.branch_id and branch.pull_request is not null;

-- Pull requests that runs were uploaded for so far, each at the commit of its newest run.
insert into pull_request (project_id, number, uploaded_head_sha, opened_at, updated_at)
select distinct on (run.project_id, branch.pull_request)
    run.project_id, branch.pull_request, run.sha,
    min(run.uploaded_at) over (partition by run.project_id, branch.pull_request), run.uploaded_at
from run
    join branch on branch.project_id = run.project_id and branch.branch_id = run.branch_id
where branch.pull_request is not null
order by run.project_id, branch.pull_request, run.run_id desc;
